/** A ready sentence for a mark: what is wrong and what to do, so that a clerk rarely has to type. */
export interface ReasonTemplate { code: string; label: string; sentence: string; appliesTo: 'field' | 'picture' | 'material' }

export const REASON_TEMPLATES: readonly ReasonTemplate[] = [
  { code: 'field-differs-from-card', label: '与身份证不一致', sentence: '这一项和身份证照片上的不一样，请对照身份证改正。', appliesTo: 'field' },
  { code: 'field-differs-from-register', label: '与户口簿不一致', sentence: '这一项和户口簿照片上的不一样，请对照户口簿改正。', appliesTo: 'field' },
  { code: 'field-too-vague', label: '不够具体', sentence: '请写得再具体一些，地址写到门牌号。', appliesTo: 'field' },
  { code: 'field-card-not-own', label: '银行卡不是本人的', sentence: '银行卡要是参保人本人的，请换成本人的卡号。', appliesTo: 'field' },
  { code: 'field-phone-unreachable', label: '电话打不通', sentence: '这个号码联系不上，请换一个常用的手机号码。', appliesTo: 'field' },
  { code: 'field-group-not-proved', label: '群体与证明不符', sentence: '选择的特殊参保群体和证明对不上，请重新选择。', appliesTo: 'field' },
  { code: 'field-other', label: '其他', sentence: '这一项需要修改：', appliesTo: 'field' },
  { code: 'picture-blurred', label: '看不清', sentence: '照片有些模糊，请在光线好的地方重拍一张，字要看得清。', appliesTo: 'picture' },
  { code: 'picture-cut-off', label: '没拍全', sentence: '照片没有拍全，请把四个角都拍进来。', appliesTo: 'picture' },
  { code: 'picture-glare', label: '有反光或遮挡', sentence: '照片有反光或被手挡住，请换个角度重拍一张。', appliesTo: 'picture' },
  { code: 'picture-wrong-document', label: '拍错了', sentence: '这张不是需要的材料，请换成要求的那一份。', appliesTo: 'picture' },
  { code: 'picture-expired', label: '证件已过期', sentence: '证件已过有效期，请换有效的证件重拍。', appliesTo: 'picture' },
  { code: 'picture-other', label: '其他', sentence: '这张照片需要重拍：', appliesTo: 'picture' },
  { code: 'material-missing-page', label: '缺页', sentence: '还缺一页，请补拍齐全。', appliesTo: 'material' },
  { code: 'material-unsigned', label: '没有签字', sentence: '材料上没有签字，请本人签字后重新拍照。', appliesTo: 'material' },
  { code: 'material-not-given', label: '没有提供', sentence: '这份材料还没有提供，请拍照上传；实在没有请打电话告诉我们。', appliesTo: 'material' },
  { code: 'material-other', label: '其他', sentence: '这份材料需要补充：', appliesTo: 'material' },
];

/** The template of that code for that kind of target, or undefined. */
export const reasonTemplate = (code: string, appliesTo: ReasonTemplate['appliesTo']): ReasonTemplate | undefined =>
  REASON_TEMPLATES.find((template) => template.code === code && template.appliesTo === appliesTo);
