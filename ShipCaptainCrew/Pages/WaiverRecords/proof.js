'use strict';
(async () => {
  const proof = JSON.parse(document.getElementById('proof').textContent);
  const verdict = document.getElementById('verdict');
  const utf8 = text => new TextEncoder().encode(text);
  const bytes = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  const hex = buffer => Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, '0')).join('');
  const join = (...parts) => new Uint8Array(parts.flatMap(part => Array.from(part)));
  const sha256 = async data => new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  const same = (one, other) => hex(one) === hex(other);
  const at = (thing, path) => path.split('.').reduce((inner, name) => inner == null ? inner : inner[name], thing);

  // The header's lines: operator, number, id, kind, charter, guest, erases, instant, key.
  const chained = async record => same(bytes(record.hash), await sha256(join(bytes(record.previous_hash), await sha256(utf8(record.header)), bytes(record.body_hash))))
    && record.header.split('\n')[1] === String(record.seq);
  const sealed = async record => {
    const der = bytes(record.public_key);
    const key = await crypto.subtle.importKey('spki', der, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    return hex(await sha256(der)).startsWith(record.key_id) && record.key_id.length === 16 && record.header.split('\n')[8] === record.key_id
      && await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes(record.seal), bytes(record.hash));
  };
  const ticks = instant => new Date(Number((BigInt(instant) - 621355968000000000n) / 10000n)).toISOString().slice(0, 19) + 'Z';
  const record = proof.record;
  const signed = () => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes(record.body)));
  const markup = html => new DOMParser().parseFromString('<section>' + html + '</section>', 'text/html').querySelector('section').innerHTML;

  const checks = {
    body: async () => same(await sha256(bytes(record.body)), bytes(record.body_hash)) && record.header.split('\n')[2] === signed().waiver_id,
    shown: async () => ['seq', 'hash', 'previous', 'seal', 'key'].every((id, i) => document.getElementById(id).textContent
        === [String(record.seq), hex(bytes(record.hash)), hex(bytes(record.previous_hash)), record.seal, record.key_id][i])
      && document.getElementById('text').innerHTML === markup(signed().html)
      && document.getElementById('consent').textContent === signed().consent_text
      && Array.from(document.querySelectorAll('[data-of]')).every(cell => cell.textContent === String(at(signed(), cell.dataset.of)))
      && JSON.stringify(Array.from(document.querySelectorAll('[data-child]'), cell => cell.textContent)) === JSON.stringify(signed().children.map(child => child.name + ', ' + child.birth_date))
      && (signed().signature_path ?? null) === (document.querySelector('path')?.getAttribute('d') ?? null),
    chain: () => chained(record),
    seal: () => sealed(record),
    before: async () => proof.before
      ? await chained(proof.before) && await sealed(proof.before) && same(bytes(proof.before.hash), bytes(record.previous_hash)) && proof.before.seq === record.seq - 1
      : record.seq === 1 && /^0{64}$/.test(hex(bytes(record.previous_hash))),
    after: async () => !proof.after
      || (await chained(proof.after) && await sealed(proof.after) && same(bytes(proof.after.previous_hash), bytes(record.hash)) && proof.after.seq === record.seq + 1),
    log: async () => {
      const rows = document.querySelectorAll('[data-entry]');
      if (rows.length !== proof.log.length) return false;
      for (const [i, entry] of proof.log.entries()) {
        const lines = entry.lines.split('\n');
        if (!same(bytes(entry.hash), await sha256(join(bytes(entry.previous_hash), utf8(entry.lines))))) return false;
        if (Array.from(rows[i].cells, cell => cell.textContent).join('|') !== [ticks(lines[2]), lines[4]].join('|')) return false;
      }
      return true;
    },
  };

  let wrong = null;
  for (const [name, check] of Object.entries(checks)) {
    const row = document.getElementById('c-' + name);
    let fits = false;
    try { fits = await check(); } catch { fits = false; }
    row.textContent = (fits ? '✓ ' : '✗ ') + row.textContent;
    if (!fits) wrong ??= row.textContent.slice(2);
  }
  verdict.textContent = wrong === null ? verdict.dataset.yes : verdict.dataset.no + ' ' + wrong;
  verdict.dataset.is = wrong === null ? 'ok' : 'bad';
})();
