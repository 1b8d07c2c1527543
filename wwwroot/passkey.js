'use strict'
// <passkey-field data-ask="…handler…" data-kind="get|create" [data-offer]>: asks the authenticator and puts its
// answer into the form as JSON; then the form is posted. It stays hidden in browsers without passkeys, where people
// sign in by the link in an email.
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
