/** Lets the server highlight a passage that an address names behind its number sign alone, which never reaches the server. */

const code = decodeURIComponent(location.hash.slice(1))
const asked = new URLSearchParams(location.search).has('trich')
if (/^[0-9A-Z]{3}-[0-9A-Z]{6}$/.test(code) && !asked && document.querySelector('article.text mark') === null) {
  location.replace(`${location.pathname}?trich=${code}#${code}`)
}

/** On a narrow screen the outline and the facts start folded, so that the text is near. */
if (matchMedia('(max-width: 60rem)').matches) {
  for (const details of document.querySelectorAll('.outline details')) details.open = false
}

/** A passage inside a folded part is unfolded before the browser scrolls to it. */
document.getElementById(code)?.closest('details')?.setAttribute('open', '')
