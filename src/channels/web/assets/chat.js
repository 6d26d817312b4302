/** Turns the page that works by itself into a conversation: asks in the background and adds the answer below the others. */

const log = document.getElementById('hoi-thoai')
const form = document.querySelector('form.ask')
const box = form.elements['cau-hoi']
const conversation = form.elements['hoi-thoai']
const memory = 'hoi-thoai'

restore()
// What is longer is read to its first part, and the answer says so; the address of a page has no room for it.
box.removeAttribute('maxlength')
decorate(log)
grow()

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const question = box.value.trim()
  if (question === '') return
  box.value = ''
  grow()
  ask(question)
})

box.addEventListener('input', grow)
box.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  form.requestSubmit()
})

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[data-question]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  ask(link.dataset.question)
})

/** What a person thinks of an answer is sent without leaving the page. */
document.addEventListener('submit', async (event) => {
  const verdict = event.target.closest('form.verdict')
  if (!verdict) return
  event.preventDefault()
  const body = new URLSearchParams(new FormData(verdict))
  body.set(event.submitter.name, event.submitter.value)
  const told = document.createElement('p')
  told.className = 'note'
  told.setAttribute('role', 'status')
  try {
    const { ok } = await fetch(verdict.action, { method: 'POST', body })
    told.textContent = ok ? 'Cảm ơn anh/chị đã phản hồi.' : 'Chưa ghi nhận được; anh/chị hỏi lại giúp.'
  } catch {
    told.textContent = 'Chưa ghi nhận được; anh/chị kiểm tra mạng giúp.'
  }
  verdict.replaceWith(told)
  remember()
})

document.querySelector('.restart').addEventListener('click', () => {
  try {
    sessionStorage.removeItem(memory)
  } catch {
    // Nothing was remembered where storage is forbidden.
  }
})

/** The questions are answered one after the other, as they were asked. */
let last = Promise.resolve()

function ask(question) {
  document.querySelector('.welcome')?.setAttribute('hidden', '')
  const exchange = document.getElementById('dang-hoi').content.firstElementChild.cloneNode(true)
  exchange.querySelector('.question').textContent = question
  log.append(exchange)
  exchange.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' })
  last = last.then(async () => {
    const answered = await fetchExchange(question)
    exchange.replaceWith(answered)
    decorate(answered)
    answered.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' })
    remember()
  })
}

async function fetchExchange(question) {
  try {
    const response = await fetch('/api/ask', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/html' },
      body: JSON.stringify({ question, conversation: conversation.value }),
    })
    if (!response.ok) return failed(question, (await response.json()).error)
    const parsed = new DOMParser().parseFromString(await response.text(), 'text/html')
    return document.adoptNode(parsed.querySelector('.exchange'))
  } catch {
    return failed(question, 'Không kết nối được tới máy chủ. Anh/chị kiểm tra mạng rồi hỏi lại.')
  }
}

function failed(question, text) {
  const exchange = document.getElementById('dang-hoi').content.firstElementChild.cloneNode(true)
  exchange.querySelector('.question').textContent = question
  const message = exchange.querySelector('.pending')
  message.className = 'failure'
  message.textContent = text
  return exchange
}

/** Adds to each quotation the buttons that need a script. */
function decorate(root) {
  for (const figure of root.querySelectorAll('figure.quotation:not(:has(.actions))')) {
    const source = figure.querySelector('.source')
    const link = new URL(source.querySelector('a').getAttribute('href'), location.href).href
    // As shown, since only so the cells of a quoted table stay apart.
    const words = figure.querySelector('blockquote').innerText.trim()
    const actions = document.createElement('p')
    actions.className = 'actions'
    const origin = source.textContent.trim().replace(/\s+/g, ' ')
    actions.append(
      copyButton('Chép trích dẫn', () => `“${words}”\n${origin}`),
      copyButton('Chép liên kết', () => link),
    )
    figure.append(actions)
  }
}

function copyButton(label, text) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'quiet'
  button.textContent = label
  button.addEventListener('click', async () => {
    button.textContent = (await copy(text())) ? 'Đã chép' : 'Chưa chép được'
    setTimeout(() => {
      button.textContent = label
    }, 2000)
  })
  return button
}

/** The clipboard needs https or this machine itself; elsewhere a selection is copied the old way. */
async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    area.className = 'off-screen'
    document.body.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}

/** The conversation outlives a visit to the reader, as long as the tab lives. */
function remember() {
  const copyOfLog = log.cloneNode(true)
  for (const actions of copyOfLog.querySelectorAll('.actions')) actions.remove()
  try {
    sessionStorage.setItem(memory, JSON.stringify({ conversation: conversation.value, html: copyOfLog.innerHTML }))
  } catch {
    // Full or forbidden storage: the conversation is then forgotten when the page is left.
  }
}

function restore() {
  if (location.search !== '') return
  try {
    const remembered = JSON.parse(sessionStorage.getItem(memory) ?? 'null')
    if (!remembered) return
    const parsed = new DOMParser().parseFromString(remembered.html, 'text/html')
    log.replaceChildren(...parsed.body.childNodes)
    conversation.value = remembered.conversation
    document.querySelector('.welcome')?.setAttribute('hidden', '')
  } catch {
    // Storage may be forbidden: the page then starts empty.
  }
}

function grow() {
  box.rows = Math.min(6, Math.max(1, box.value.split('\n').length, Math.ceil(box.value.length / 60)))
}

function calm() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches
}
