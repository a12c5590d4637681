/** The tabs live in the main package; every feature is a package of its own, fetched when a tab that leads to it is shown. */
export default defineAppConfig({
  pages: ['tabs/home/index', 'tabs/visit/index', 'tabs/services/index', 'tabs/mine/index'],
  subPackages: [
    { root: 'enrolment', pages: ['start/index', 'form/index', 'pictures/index', 'review/index', 'paper/index', 'status/index', 'fix/index', 'notice/index'] },
    { root: 'visit', pages: ['book/index', 'day/index', 'time/index', 'booking/index', 'check-in/index', 'ticket/index', 'times/index'] },
    { root: 'rating', pages: ['rate/index', 'figures/index'] },
    { root: 'family', pages: ['list/index', 'relative/index'] },
    { root: 'account', pages: ['sign-in/index', 'consents/index', 'identity/index', 'inbox/index'] },
    { root: 'voice', pages: ['door/index', 'list/index', 'read/index', 'write/index', 'similar/index', 'code/index', 'mine/index', 'one/index', 'track/index'] },
    { root: 'activity', pages: ['list/index', 'one/index', 'attend/index', 'rate/index'] },
    { root: 'star', pages: ['list/index', 'vote/index', 'receipt/index'] },
    { root: 'appraisal', pages: ['answer/index', 'result/index', 'list/index'] },
    { root: 'rights', pages: ['list/index', 'open/index', 'one/index'] },
    { root: 'enquiry', pages: ['contacts/index', 'ask/index', 'mine/index', 'one/index', 'guide/index', 'entry/index'] },
    { root: 'leader', pages: ['bind/index', 'scan-confirm/index', 'home/index', 'today/index', 'list/index', 'suggestion/index', 'assign/index', 'answer/index', 'enquiry/index', 'transfer/index', 'rating/index', 'relays/index', 'inbox/index', 'plan/index', 'commitments/index', 'commitment/index', 'appraisal/index'] },
    { root: 'sunshine', pages: ['board/index', 'one/index', 'ledger/index', 'about/index', 'entries/index', 'flags/index'] },
    { root: 'lights', pages: ['board/index', 'card/index', 'departments/index', 'department/index'] },
    { root: 'guide', pages: ['matter/index', 'tiers/index'] },
  ],
  preloadRule: {
    'tabs/home/index': { network: 'all', packages: ['enrolment', 'visit', 'voice', 'sunshine'] },
    'voice/door/index': { network: 'all', packages: ['enquiry'] },
    'tabs/services/index': { network: 'all', packages: ['guide', 'enrolment'] },
    'tabs/mine/index': { network: 'all', packages: ['account', 'family'] },
  },
  lazyCodeLoading: 'requiredComponents',
  __usePrivacyCheck__: true,
  window: { navigationBarTitleText: '社保服务大厅', navigationBarBackgroundColor: '#F6F4EF', navigationBarTextStyle: 'black', backgroundColor: '#F6F4EF' },
  tabBar: {
    color: '#666C76', selectedColor: '#B3261E', backgroundColor: '#FFFFFF', borderStyle: 'white',
    list: [
      { pagePath: 'tabs/home/index', text: '首页', iconPath: 'assets/tab/home.png', selectedIconPath: 'assets/tab/home-on.png' },
      { pagePath: 'tabs/visit/index', text: '预约排队', iconPath: 'assets/tab/visit.png', selectedIconPath: 'assets/tab/visit-on.png' },
      { pagePath: 'tabs/services/index', text: '办事', iconPath: 'assets/tab/services.png', selectedIconPath: 'assets/tab/services-on.png' },
      { pagePath: 'tabs/mine/index', text: '我的', iconPath: 'assets/tab/mine.png', selectedIconPath: 'assets/tab/mine-on.png' },
    ],
  },
})
