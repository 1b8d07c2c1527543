'use strict'
// State of each sent form, live updates, focus and countdowns.
// Texts come from data- attributes of <body>. The markup that this script needs is in docs/style.md.
{
  const $ = (selector, root = document) => root.querySelector(selector)
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)]
  const on = (event, act, target = document) => target.addEventListener(event, act)
  const texts = document.body.dataset
  const say = text => { $('#announcement').textContent = text }
  const refresh = () => window.htmx?.trigger(document.body, 'scc:refresh')

  // ── Sent forms: each has an idempotency key, so that the server applies it once even if it is sent again ──
  const submissions = new Map() // the last one for each address

  on('htmx:config:request', e => {
    const { ctx } = e.detail, { request, sourceElement: form } = ctx
    if (request.method === 'GET' || !form.matches('form')) return
    const body = new URLSearchParams(request.body).toString()
    const submission = { form, button: request.submitter, body, at: Date.now(), state: 'sending' }
    const last = submissions.get(request.action), same = last?.body === body
    if (isDoubleTap(last, submission) || same && last.state === 'sending') return e.preventDefault()
    submission.key = same && last.state === 'failed' ? last.key : uuid()
    submissions.set(request.action, ctx.submission = submission)
    if (!request.body.has('Idempotency-Key')) request.headers['Idempotency-Key'] = submission.key
    show(submission, texts.sending)
    setTimeout(() => submission.state === 'sending' && show(submission, texts.slow), 3000)
  })

  const isDoubleTap = (last, submission) => submission.form.closest('.item') && /sending|granted/.test(last?.state) &&
    submission.at - last.at < 700 && last.button.value === submission.button.value

  on('focusin', e => e.target.matches('input[readonly]') && e.target.select()) // links to copy

  // ── Links to copy or share ──
  on('click', ({ target }) => {
    const { share, copy, done } = target.dataset, link = $('#' + (share ?? copy))
    if (!link) return
    if (share) return navigator.share({ url: link.value }).catch(() => {})
    link.select()
    document.execCommand('copy') // also on plain http
    say(target.textContent = done)
  })
  if (navigator.share) texts.shares = ''

  const randomByte = () => crypto.getRandomValues(new Uint8Array(1))[0]
  const uuid = () => crypto.randomUUID?.() ?? // absent on plain http
    '10000000-1000-4000-8000-100000000000'.replace(/[018]/g, c => (c ^ randomByte() & 15 >> c / 4).toString(16))

  function show(submission, text) {
    submission.form.setAttribute('aria-busy', submission.state === 'sending')
    const row = submission.form.closest('.item')
    row ? showInRow(row, submission, text) : showAboveButton(submission, text)
  }

  // In the second line of the row, so that the layout does not shift.
  function showInRow(row, { state, button }, text) {
    row.dataset.sync = state
    $$('[data-wish]', row).forEach(other => other.removeAttribute('data-wish'))
    button?.setAttribute('data-wish', '')
    $('.meta', row).textContent = text
    if (state === 'failed') say($('legend', row).textContent + ': ' + text)
  }

  function showAboveButton({ form, button }, text) {
    $('.unsent', form)?.remove()
    if (text === texts.sending) return
    const line = document.createElement('p'), place = button ?? $('button:not([type=button])', form)
    line.className = 'unsent'
    line.setAttribute('role', 'alert')
    ;(place.closest('.acts') ?? place).before(line)
    line.textContent = text
  }

  function fail(submission, inRow, inForm = inRow) {
    submission.state = 'failed'
    show(submission, submission.form.closest('.item') ? inRow : inForm)
  }

  on('htmx:error', e => e.detail.ctx?.submission && fail(e.detail.ctx.submission, texts.unsent, texts.lost))
  on('htmx:after:request', e => {
    const { submission, response } = e.detail.ctx
    if (!submission) return
    if (response.status >= 500) return fail(submission, texts.unsent, texts.lost)
    submission.state = response.status < 400 ? 'granted' : 'refused'
  })
  on('htmx:finally:request', e => {
    const { submission, request } = e.detail.ctx
    if (submission?.state === 'sending') submission.state = 'replaced'
    if (submission && submissions.get(request.action) === submission) submission.form.removeAttribute('aria-busy')
  })

  // ── Swap only the answer for this row, never an older revision, and never a whole page into a part of one ──
  on('htmx:before:swap', e => {
    const { ctx, tasks } = e.detail, main = tasks.find(task => task.type === 'main')
    if (ctx.submission?.state === 'failed') return
    if (isElsewhere(ctx) || isForeign(ctx, main)) return e.preventDefault()
    delete ctx.submission?.form.closest('.item')?.dataset.sync // the morph skips rows that have it
    if (main && isOlder(main)) e.preventDefault()
  })

  function isElsewhere({ submission, response, sourceElement }) {
    const { redirected, url, status } = response?.raw ?? {}
    if (submission && redirected) return location.assign(url), true
    const gone = redirected || status >= 400
    if (!gone || !sourceElement.matches('[data-revision]')) return false
    if (performance.now() > 10000) location.reload() // signed out or removed: the page explains it
    return true
  }

  function isForeign({ submission, response }, main) {
    const row = submission?.form.closest('.item')
    if (!row || main && $('#' + CSS.escape(row.id), main.fragment)) return false
    response.status === 401 ? location.reload() : fail(submission, texts.refused)
    return true
  }

  const newest = root =>
    Math.max(-1, ...[root, ...$$('[data-revision]', root)].map(part => +(part.dataset?.revision ?? -1)))
  const isOlder = ({ target, fragment }) => {
    const offered = newest(fragment)
    return offered >= 0 && offered < newest(target.nodeType ? target : $(target))
  }

  // ── Focus: on the errors, else on the same button, else on the form's data-focus ──
  $('#errs')?.focus()
  on('htmx:after:swap', e => {
    const { submission } = e.detail.ctx
    if (!submission) return
    if ($('#errs')) return $('#errs').focus()
    if (document.activeElement !== document.body) return
    const sameButton = submission.button?.id && document.getElementById(submission.button.id)
    ;(sameButton || $(submission.form.dataset.focus ?? '#main')).focus()
  })

  let lastRow
  on('click', e => {
    lastRow = e.target.closest('.item') ?? lastRow
    const next = e.target.closest('[data-next]') && nextToDo()
    if (!next) return
    e.preventDefault()
    lastRow = next
    location.replace('#' + next.id) // its mark by :target, without a step in the history
    $('.do', next).focus({ preventScroll: true })
  })
  function nextToDo() {
    const pending = $$('.item[data-s=pending]'), open = pending.length ? pending : $$('.item[data-s=in_progress]')
    return open.find(row => lastRow?.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING) ?? open[0]
  }

  // ── Live updates: a message only says that something changed; scc:refresh loads it ──
  const live = $('#live')
  let stream, heardAt = Date.now(), askedAt = heardAt, freshAt = heardAt

  on('htmx:sse:after:connection', e => {
    stream = e.detail.connection
    heardAt = freshAt = Date.now()
    if (!$('#signed-out').hidden) { showSignedOut(false); refresh() }
  })
  on('htmx:sse:error', e => e.detail.status === 401 && showSignedOut(true))
  // The session has ended. The page stays, says so, and offers to sign in; a sign-in in another tab revives it.
  on('htmx:before:response', e => {
    const { response, sourceElement: part } = e.detail.ctx
    if (response.status !== 401 || !live || !part.matches('#live, [data-revision], #told')) return
    e.preventDefault()
    showSignedOut(true)
  })
  function showSignedOut(out) {
    const note = $('#signed-out'), begins = out && note.hidden
    note.hidden = !out
    note.className = 'note alarm'
    if (begins) say(note.textContent)
  }
  on('htmx:sse:before:message', e => {
    const { event, data } = e.detail.message, { now, revision } = JSON.parse(data)
    heardAt = freshAt = Date.now()
    setClock(now)
    if (event !== 'heartbeat' && !isShown(revision)) refresh()
  })
  const isShown = revision =>
    revision != null && $$('[hx-get][data-revision]').every(part => +part.dataset.revision >= revision)

  function returnToPage() {
    heardAt = askedAt = Date.now()
    refresh()
  }
  function watch() {
    const now = Date.now(), silence = now - heardAt
    if (silence > 40000) stream?.reader?.cancel() // no heartbeat: hx-sse then reconnects
    if (silence > 30000 && now - askedAt >= 30000) { askedAt = now; refresh() }
    if ($('#paused')) showPause($('#paused'), silence > 60000)
  }
  function showPause(line, paused) {
    const begins = paused && line.hidden
    line.hidden = !paused
    if (paused) $('span', line).textContent = new Date(freshAt).toLocaleTimeString(document.documentElement.lang,
      { hour: 'numeric', minute: '2-digit', timeZone: live.dataset.zone, hourCycle: live.dataset.hours })
    if (begins) say(line.textContent)
  }
  if (live) {
    on('visibilitychange', () => document.hidden || returnToPage())
    on('pageshow', e => e.persisted && returnToPage(), window)
    on('online', returnToPage, window)
    setInterval(() => document.hidden || watch(), 5000)
  }

  // ── Countdowns go by the server's clock as last heard, because a cached page shows an old time ──
  let ahead = 0
  const setClock = time => { ahead = Date.parse(time) - Date.now() || ahead }
  const [visit] = performance.getEntriesByType('navigation') // a page from a cache has an old time
  if (visit?.transferSize > visit?.encodedBodySize)
    setClock(visit.serverTiming?.find(entry => entry.name === 'now')?.description)
  const shownMinutes = new WeakMap()
  on('htmx:before:response', e => {
    const { request, response } = e.detail.ctx
    setClock(response.headers.get('date'))
    if (request.method === 'GET' && response.status < 400) freshAt = Date.now()
  })
  function spell(minutes) {
    if (minutes >= 2880) return Math.floor(minutes / 1440) + ' ' + texts.days
    const hours = minutes < 60 ? '' : Math.floor(minutes / 60) + ' ' + texts.h + ' '
    return hours + minutes % 60 + ' ' + texts.min
  }

  // Counts down to data-until and up from it. The page has all texts and levels, so this works without a connection.
  function tick(clock) {
    const { since, until, says, past, late, grace, speak } = clock.dataset
    const left = Math.ceil((Date.parse(since ?? until) - Date.now() - ahead) / 60000), before = shownMinutes.get(clock)
    const label = document.getElementById(clock.getAttribute('aria-labelledby')), isLate = -left >= grace
    shownMinutes.set(clock, left)
    setText(clock, spell(since ? Math.max(0, -left) : Math.abs(left)))
    if (since) return
    setText(label, left > 0 ? says : isLate ? late : past)
    clock.closest('[data-level]').dataset.level = left > 30 ? 'normal' : left > 10 ? 'soon' : isLate ? 'late' : 'now'
    if (before === undefined || before === left) return
    if (speak?.split(' ').includes('' + left)) say(left ? label.textContent + ' ' + clock.textContent : texts.sunset)
    if (left === 0) refresh()
  }
  const setText = (node, text) => { if (node.textContent !== text) node.textContent = text }

  const tickAll = () => $$('[role=timer]').forEach(tick)
  tickAll()
  setInterval(() => document.hidden || tickAll(), 5000)
  on('htmx:after:swap', tickAll)
  on('visibilitychange', () => document.hidden || tickAll())
  on('pageshow', tickAll, window)

  // ── <passkey-field data-ask="…handler…" data-kind="get|create" [data-offer]>: asks the authenticator and puts its
  // answer into the form as JSON; then the form is posted. It stays hidden in browsers without passkeys, where people
  // sign in by the link in an email. ──
  customElements.define('passkey-field', class extends HTMLElement {
    connectedCallback() {
      if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return
      this.hidden = false
      this.form = this.closest('form')
      this.button = this.querySelector('button')
      this.button.addEventListener('click', e => { e.preventDefault(); this.run() })
      if ('offer' in this.dataset) this.offer()
    }

    disconnectedCallback() { this.pending?.abort() }

    // Lets the browser offer passkeys in the suggestions of the email field.
    async offer() {
      if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return
      this.run('conditional').catch(() => {})
    }

    async run(mediation) {
      this.pending?.abort()
      this.pending = new AbortController()
      const signal = this.pending.signal
      const name = this.form.elements.namedItem('name')
      if (name && !name.value.trim()) return this.form.submit()
      try {
        const { options, challenge } = await this.ask()
        const credential = this.dataset.kind === 'create'
          ? await navigator.credentials.create(
            { publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options), signal })
          : await navigator.credentials.get(
            { publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options), mediation, signal })
        this.set('challenge', challenge)
        this.set('credential', JSON.stringify(credential))
        const shared = document.getElementById('shared')
        if (shared) this.set('shared', shared.checked)
        this.form.submit()
      } catch (error) {
        if (mediation || error.name === 'AbortError') return
        this.querySelector('[role=alert]').textContent = this.dataset.failed
      }
    }

    async ask() {
      const token = this.form.querySelector('[name=__RequestVerificationToken]').value
      const response = await fetch(this.dataset.ask, { method: 'POST', headers: { RequestVerificationToken: token } })
      // Posting the form shows why it is refused, usually because the person must sign in again.
      if (response.status === 403) this.form.submit()
      if (!response.ok) throw new Error(response.status)
      return response.json()
    }

    set(name, value) {
      const hidden = () => Object.assign(document.createElement('input'), { type: 'hidden', name })
      const field = this.querySelector(`[name=${name}]`) ?? this.appendChild(hidden())
      field.value = value
    }
  })
}
