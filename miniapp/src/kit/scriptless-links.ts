/**
 * On H5 the tab bar's items are links to `javascript:;`, which do nothing but that the page's content policy must refuse
 * and report each tap. The tap itself is heard by the tab bar; only the link is kept from being followed.
 */
export function keepLinksScriptless(): void {
  if (process.env.TARO_ENV !== 'h5') return;
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('a[href^="javascript:"]')) event.preventDefault();
  });
}
