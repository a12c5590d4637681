import { defineErrors } from '../../platform/errors/domain-error.ts';

export const enquiryErrors = defineErrors({
  ENQUIRY_INVALID: { status: 422, title: '有一处填得不对，请按提示修改' },
  ENQUIRY_TOO_MANY_WAITING: { status: 409, title: '您已经有好几个问题在等答复，等有了答复再接着问吧' },
  ENQUIRY_TOO_MANY_TODAY: { status: 429, title: '今天问得很多了，请明天再来问，急的事请打大厅电话' },
  ENQUIRY_NOT_YOURS_TO_MOVE: { status: 403, title: '这一步不能由您来操作' },
  ENQUIRY_MOVE_NOT_ALLOWED: { status: 409, title: '这条咨询现在不能这样操作，请刷新后再看' },
  ENQUIRY_OWNED_ALREADY: { status: 409, title: '已经有人接收了，由他负责到底' },
  ENQUIRY_NOT_OWNED: { status: 409, title: '还没有人接收，请先接收，再转给别人' },
  ENQUIRY_OFFERED_ALREADY: { status: 409, title: '已经转给别人，正等对方接收' },
  ENQUIRY_NOT_OFFERED: { status: 409, title: '这条咨询没有在转办，请刷新后再看' },
  ENQUIRY_ASKER_READS_IT: { status: 409, title: '提问人会在手机上看到答复，不用另外告知' },
  ENQUIRY_ASKED_OFTEN: { status: 409, title: '这条已经问了好几回，请打电话，或者到大厅来当面说' },
  ENQUIRY_NO_ASKER: { status: 409, title: '提问人没有留下姓名和电话' },
  GUIDE_INVALID: { status: 422, title: '这一条还不能发布，请按提示修改' },
  GUIDE_MOVE_NOT_ALLOWED: { status: 409, title: '这一版现在不能这样操作，请刷新后再看' },
  GUIDE_OWN_WORDS: { status: 403, title: '自己写的要请另一位审核人来发布' },
  GUIDE_VERSION_WAITING: { status: 409, title: '这一条已经有一版在等审核，请先处理那一版' },
  GUIDE_NOT_REVIEWED: { status: 409, title: '提问的文字还没有人复核，请先看一遍，再放进便民栏' },
  GUIDE_KEPT_OUT: { status: 409, title: '这条咨询复核时定为不公开，不能放进便民栏' },
  GUIDE_NOT_ANSWERED: { status: 409, title: '先答复了，才能放进便民栏' },
});
