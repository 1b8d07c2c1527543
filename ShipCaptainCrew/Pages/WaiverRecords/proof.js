'use strict';
(async () => {
  const proof = JSON.parse(document.getElementById('proof').textContent);
  const verdict = document.getElementById('verdict');
  const utf8 = text => new TextEncoder().encode(text);
  const bytes = base64 => Uint8Array.from(atob(base64), char => char.charCodeAt(0));
  const hex = buffer => Array.from(new Uint8Array(buffer), byte => byte.toString(16).padStart(2, '0')).join('');
  const concat = (...parts) => new Uint8Array(parts.flatMap(part => Array.from(part)));
  const sha256 = async data => new Uint8Array(await crypto.subtle.digest('SHA-256', data));
  const same = (one, other) => hex(one) === hex(other);
  const at = (object, path) =>
    path.split('.').reduce((inner, name) => inner == null ? inner : inner[name], object);

  // The header's lines: operator, number, id, kind, charter, guest, erases, instant, key.
  const line = (record, number) => record.header.split('\n')[number];
  const chained = async record => {
    const parts = concat(bytes(record.previous_hash), await sha256(utf8(record.header)), bytes(record.body_hash));
    return same(bytes(record.hash), await sha256(parts)) && line(record, 1) === String(record.seq);
  };
  const sealed = async record => {
    const der = bytes(record.public_key);
    const key = await crypto.subtle.importKey('spki', der, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
    return hex(await sha256(der)).startsWith(record.key_id) && record.key_id.length === 16
      && line(record, 8) === record.key_id
      && await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes(record.seal), bytes(record.hash));
  };
  const precedes = (earlier, later) =>
    same(bytes(earlier.hash), bytes(later.previous_hash)) && earlier.seq === later.seq - 1;

  // Instants are .NET ticks: 100 ns since the year 1, UTC. Cells show them to the second.
  const time = ticks => {
    const milliseconds = Number((BigInt(ticks) - 621355968000000000n) / 10000n);
    return new Date(milliseconds).toISOString().slice(0, 19) + 'Z';
  };
  const record = proof.record;
  const signed = () => JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes(record.body)));
  const normalized = html => new DOMParser().parseFromString('<section>' + html + '</section>', 'text/html')
    .querySelector('section').innerHTML;
  const texts = selector => Array.from(document.querySelectorAll(selector), cell => cell.textContent);
  const identity = () =>
    [String(record.seq), hex(bytes(record.hash)), hex(bytes(record.previous_hash)), record.seal, record.key_id];
  const children = () => signed().children.map(child => child.name + ', ' + child.birth_date);

  const checks = {
    body: async () => same(await sha256(bytes(record.body)), bytes(record.body_hash))
      && line(record, 2) === signed().waiver_id,
    shown: async () => ['seq', 'hash', 'previous', 'seal', 'key']
      .every((id, i) => document.getElementById(id).textContent === identity()[i])
      && document.getElementById('text').innerHTML === normalized(signed().html)
      && document.getElementById('consent').textContent === signed().consent_text
      && Array.from(document.querySelectorAll('[data-of]'))
        .every(cell => cell.textContent === String(at(signed(), cell.dataset.of)))
      && JSON.stringify(texts('[data-child]')) === JSON.stringify(children())
      && (signed().signature_path ?? null) === (document.querySelector('path')?.getAttribute('d') ?? null),
    chain: () => chained(record),
    seal: () => sealed(record),
    before: async () => proof.before
      ? await chained(proof.before) && await sealed(proof.before) && precedes(proof.before, record)
      : record.seq === 1 && /^0{64}$/.test(hex(bytes(record.previous_hash))),
    after: async () => !proof.after
      || (await chained(proof.after) && await sealed(proof.after) && precedes(record, proof.after)),
    log: async () => {
      const rows = document.querySelectorAll('[data-entry]');
      if (rows.length !== proof.log.length) return false;
      for (const [i, entry] of proof.log.entries()) {
        const lines = entry.lines.split('\n');
        if (!same(bytes(entry.hash), await sha256(concat(bytes(entry.previous_hash), utf8(entry.lines))))) return false;
        const cells = Array.from(rows[i].cells, cell => cell.textContent);
        if (cells.join('|') !== [time(lines[2]), lines[4]].join('|')) return false;
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
