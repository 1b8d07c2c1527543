'use strict'
// <passkey-field data-ask="…handler…" data-kind="get|create" [data-offer]>: asks the authenticator and puts its answer into the form as JSON;
// the form's own post does the rest. Where the browser knows no passkeys it stays hidden, and the letter's link is always there.
customElements.define('passkey-field', class extends HTMLElement {
  connectedCallback() {
    if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) return
    this.hidden = false
    this.form = this.closest('form')
    this.button = this.querySelector('button')
    this.button.addEventListener('click', e => { e.preventDefault(); this.run() })
    if ('offer' in this.dataset) this.offer()
  }

  disconnectedCallback() { this.waiting?.abort() }

  // In the list of names that the browser shows under the address field.
  async offer() {
    if (!await PublicKeyCredential.isConditionalMediationAvailable?.()) return
    this.run('conditional').catch(() => {})
  }

  async run(mediation) {
    this.waiting?.abort()
    this.waiting = new AbortController()
    const signal = this.waiting.signal
    const name = this.form.elements.namedItem('name')
    if (name && !name.value.trim()) return this.form.submit()
    try {
      const asked = await this.ask()
      const answer = this.dataset.kind === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.options), signal })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.options), mediation, signal })
      this.set('challenge', asked.challenge)
      this.set('credential', JSON.stringify(answer))
      const shared = document.getElementById('shared')
      if (shared) this.set('shared', shared.checked)
      this.form.submit()
    } catch (no) {
      if (mediation || no.name === 'AbortError') return
      this.querySelector('[role=alert]').textContent = this.dataset.failed
    }
  }

  async ask() {
    const token = this.form.querySelector('[name=__RequestVerificationToken]').value
    const answer = await fetch(this.dataset.ask, { method: 'POST', headers: { RequestVerificationToken: token } })
    // The form's own answer says what is wanted first: most likely to sign in again.
    if (answer.status === 403) this.form.submit()
    if (!answer.ok) throw new Error(answer.status)
    return answer.json()
  }

  set(name, value) {
    const field = this.querySelector(`[name=${name}]`) ?? this.appendChild(Object.assign(document.createElement('input'), { type: 'hidden', name }))
    field.value = value
  }
})
