// What the editor could not save is kept in this browser, and sent again until the server has it.
(() => {
  'use strict';
  const kiste = document.getElementById('studio');
  const fetchen = window.fetch.bind(window);
  const vorsatz = `fallworkflow.entwurf.${kiste.dataset.person}.`;
  const abstand = 4000;
  let kette = Promise.resolve();
  // What the server has refused is not sent again until it has changed.
  let abgelehnt = null;
  // Nothing is sent by itself before the person has said what becomes of what an earlier session left.
  let gefragt = false;

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
    if (antwort.status !== 400 && antwort.status !== 403) return false;
    abgelehnt = gemerkt.text;
    return window.FallWorkflow.problem(antwort);
  });

  const speichereDatei = (id, text) => {
    const verweis = document.createElement('a');
    verweis.href = URL.createObjectURL(new Blob([JSON.stringify(JSON.parse(text).model, null, 2)], { type: 'application/json' }));
    verweis.download = `${id}.json`;
    verweis.click();
    URL.revokeObjectURL(verweis.href);
  };

  // What an earlier session could not save: sent, taken away as a file or thrown away, as the person decides. Somebody else may
  // have gone on meanwhile, so nothing happens by itself.
  const klaere = async id => {
    const dialog = document.getElementById('studio-rest');
    dialog.addEventListener('cancel', ereignis => ereignis.preventDefault());
    for (let gemerkt = lies(id); gemerkt; gemerkt = lies(id)) {
      document.getElementById('studio-rest-zeit').textContent = new Date(gemerkt.zeit).toLocaleString('de-DE', { dateStyle: 'medium', timeStyle: 'short' });
      const wahl = await new Promise(weiter => {
        dialog.addEventListener('close', () => weiter(dialog.returnValue), { once: true });
        dialog.showModal();
      });
      if (wahl === 'verwerfen') localStorage.removeItem(vorsatz + id);
      else if (wahl === 'datei') speichereDatei(id, gemerkt.text);
      else if (wahl === 'speichern') {
        const geklappt = await versuche(id);
        if (geklappt === true) window.FallWorkflow.melde('Nachgeholt', 'success');
        else document.getElementById('studio-rest-fehler').textContent = geklappt === false ? window.FallWorkflow.text('RestNichtErreicht') : geklappt;
      }
    }
    gefragt = true;
  };

  window.FallWorkflow = {
    fetchen, nacheinander,
    entwuerfe: {
      merke: (id, text) => localStorage.setItem(vorsatz + id, JSON.stringify({ zeit: new Date().toISOString(), text })),
      vergiss: id => localStorage.removeItem(vorsatz + id),
      klaere,
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
    const gemerkt = id && gefragt ? lies(id) : null;
    if (!gemerkt || gemerkt.text === abgelehnt) return;
    const geklappt = await versuche(id);
    if (geklappt === true) window.FallWorkflow.melde('Nachgeholt', 'success');
    else if (geklappt !== false) window.FallWorkflow.melde('Abgelehnt', 'danger', geklappt);
  }, abstand);
})();
