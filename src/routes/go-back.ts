/** To where the person was before in this tab, as the browser's own button does; to the start where there is nothing before. */
export function goBack(): void {
  if (window.history.length > 1) window.history.back()
  else window.location.hash = '#/'
}
