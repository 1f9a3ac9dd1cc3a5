// What the editor could not save is kept in this browser, and sent again until the server has it.
(() => {
  'use strict';
  const kiste = document.getElementById('studio');
  const fetchen = window.fetch.bind(window);
  const vorsatz = `fallworkflow.entwurf.${kiste.dataset.person}.`;
  const abstand = 4000;
  let kette = Promise.resolve();

  const lies = id => {
    try { return JSON.parse(localStorage.getItem(vorsatz + id)); } catch { return null; }
  };

  // One after the other: an older state must never arrive behind a newer one.
  const nacheinander = tun => {
    const ergebnis = kette.then(tun, tun);
    kette = ergebnis.catch(() => {});
    return ergebnis;
  };

  const sende = text => fetchen('/elsa/api/workflow-definitions', {
    method: 'POST', body: text, credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json', 'X-FallWorkflow': 'studio' },
  });

  // True when nothing is kept any more, false while it could not be sent, a text when the server refused it.
  const versuche = id => nacheinander(async () => {
    const gemerkt = lies(id);
    if (!gemerkt) return true;
    let antwort;
    try { antwort = await sende(gemerkt.text); } catch { return false; }
    if (antwort.ok) {
      localStorage.removeItem(vorsatz + id);
      return true;
    }
    return antwort.status === 400 || antwort.status === 403 ? window.FallWorkflow.problem(antwort) : false;
  });

  window.FallWorkflow = {
    fetchen, nacheinander,
    entwuerfe: {
      merke: (id, text) => localStorage.setItem(vorsatz + id, JSON.stringify({ zeit: new Date().toISOString(), text })),
      vergiss: id => localStorage.removeItem(vorsatz + id),
      hat: id => lies(id) !== null,
      versuche,
    },
    // The German words of what went wrong.
    problem: async antwort => {
      try {
        const inhalt = await antwort.clone().json();
        const alle = Object.values(inhalt.errors ?? {}).flat().filter(Boolean);
        return alle.length ? alle.join('\n') : inhalt.detail ?? inhalt.title;
      } catch {
        return `${antwort.status}`;
      }
    },
    warte: ms => new Promise(weiter => setTimeout(weiter, ms)),
  };

  setInterval(async () => {
    const id = kiste.dataset.gegenstand;
    if (!id || !window.FallWorkflow.entwuerfe.hat(id)) return;
    const geklappt = await versuche(id);
    if (geklappt === true) window.FallWorkflow.melde('Nachgeholt', 'success');
    else if (geklappt !== false) window.FallWorkflow.melde('Abgelehnt', 'danger', geklappt);
  }, abstand);
})();
