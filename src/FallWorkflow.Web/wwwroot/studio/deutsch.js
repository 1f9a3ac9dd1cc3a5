// German for the editor: a dictionary over everything it shows, our messages, and the question for a reason.
(() => {
  'use strict';
  const FW = window.FallWorkflow;
  const kiste = document.getElementById('studio');
  const attribute = ['placeholder', 'title', 'aria-label'];
  // What people have written themselves stays as it is.
  const fremd = '.monaco-editor, .x6-graph, textarea, [contenteditable], #studio-meldungen';
  // Where Studio shows outcomes by the names that they have in definitions.
  const benannt = '.x6-port-label, .mud-chip';
  // A list shows what is chosen as the value of a field.
  const gewaehlt = '.mud-select input[readonly]';
  // A kind of process that the engine does not run.
  const unmoeglich = 'State machine';
  // Names that Studio makes up for what is new, and where.
  const vorschlag = /^(Workflow|Input|Output|Case) (\d+)$/;
  const benennbar = '.mud-dialog input, td[data-label="Label"] input';
  let woerter = new Map();
  let klein = new Map();
  let ausgaenge = new Map();
  let muster = [];
  let texte = {};

  const uebersetze = englisch => {
    const kern = englisch.trim();
    if (!kern) return englisch;
    // Studio writes the same words "Run Workflow" and "Run workflow"; what begins small is somebody's own.
    let deutsch = woerter.get(kern) ?? (/^[A-Z]/.test(kern) ? klein.get(kern.toLowerCase()) : undefined);
    if (deutsch === undefined) {
      for (const [form, ziel] of muster) {
        const treffer = form.exec(kern);
        if (treffer) { deutsch = ziel.replace(/\{(\d)\}/g, (_, nr) => woerter.get(treffer[Number(nr) + 1]) ?? treffer[Number(nr) + 1]); break; }
      }
    }
    return deutsch === undefined ? englisch : englisch.replace(kern, () => deutsch);
  };

  const anwenden = knoten => {
    if (knoten.nodeType === Node.TEXT_NODE) {
      const ausgang = knoten.parentElement?.closest(benannt) && ausgaenge.get(knoten.data.trim());
      if (!ausgang && knoten.parentElement?.closest(fremd)) return;
      if (knoten.data === unmoeglich) knoten.parentElement?.closest('.workflow-root-template-option')?.style.setProperty('display', 'none');
      const neu = ausgang || uebersetze(knoten.data);
      if (neu !== knoten.data) knoten.data = neu;
      return;
    }
    if (knoten.nodeType !== Node.ELEMENT_NODE || knoten.matches('script, style')) return;
    for (const name of attribute) {
      const alt = knoten.getAttribute(name);
      if (alt && uebersetze(alt) !== alt) knoten.setAttribute(name, uebersetze(alt));
    }
    if (knoten.matches(benennbar)) {
      // When Studio has filled its field and listens to it.
      setTimeout(() => {
        if (!vorschlag.test(knoten.value) || document.querySelector(`.x6-node-selected [port="${knoten.value}"]`)) return;
        knoten.value = knoten.value.replace(vorschlag, (_, was, nr) => FW.text('Vorschlag.' + was).replace('{0}', nr));
        for (const art of ['input', 'change']) knoten.dispatchEvent(new Event(art, { bubbles: true }));
      }, 100);
    }
    if (knoten.matches(gewaehlt) && uebersetze(knoten.value) !== knoten.value) knoten.value = uebersetze(knoten.value);
    if (knoten.matches(fremd)) {
      for (const ort of knoten.querySelectorAll(benannt)) anwenden(ort);
      return;
    }
    for (const kind of knoten.childNodes) anwenden(kind);
  };

  const escape = wort => wort.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

  FW.woerter = FW.fetchen(kiste.dataset.woerter).then(antwort => antwort.json()).then(inhalt => {
    woerter = new Map(Object.entries(inhalt.woerter).filter(([wort]) => !wort.includes('{0}')));
    klein = new Map([...woerter].map(([wort, ziel]) => [wort.toLowerCase(), ziel]));
    muster = Object.entries(inhalt.woerter).filter(([wort]) => wort.includes('{0}'))
      .map(([wort, ziel]) => [new RegExp('^' + escape(wort).replace(/\\\{\d\\\}/g, '(.*)') + '$'), ziel]);
    texte = inhalt.texte;
    ausgaenge = new Map(Object.entries(inhalt.ausgaenge));
    anwenden(document.body);
    new MutationObserver(alle => {
      for (const aenderung of alle) {
        if (aenderung.type === 'childList') aenderung.addedNodes.forEach(anwenden);
        else anwenden(aenderung.target);
      }
    }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: attribute });
  });

  FW.text = name => texte[name] ?? name;

  // The word that is shown for an outcome.
  FW.ausgang = name => ausgaenge.get(name) ?? name;

  // One message at a time above the editor; without a name the last one goes.
  FW.melde = (name, art = 'info', einzelheiten = null, anmelden = false) => {
    const ort = document.getElementById('studio-meldungen');
    if (ort.dataset.name === (name ?? '') && !einzelheiten) return;
    ort.dataset.name = name ?? '';
    ort.replaceChildren();
    if (!name) return;
    const meldung = document.createElement('div');
    meldung.className = `fw-studiomeldung fw-studiomeldung--${art}`;
    const absatz = document.createElement('p');
    absatz.textContent = FW.text(name) + (einzelheiten ? ' ' + einzelheiten : '');
    meldung.append(absatz);
    if (anmelden) {
      const weg = document.createElement('a');
      weg.href = '/anmeldung?ziel=' + encodeURIComponent('/prozesse/angemeldet');
      weg.target = '_blank';
      weg.rel = 'noopener';
      weg.className = 'kern-link';
      weg.textContent = FW.text('Anmelden');
      meldung.append(weg);
    }
    const zu = document.createElement('button');
    zu.type = 'button';
    zu.textContent = FW.text('Schliessen');
    zu.addEventListener('click', () => FW.melde(null));
    meldung.append(zu);
    ort.append(meldung);
  };

  // Server and sign-in are back; whatever else is said stays.
  FW.entwarne = () => {
    if (['Offline', 'Abgelaufen', 'Abgelehnt'].includes(document.getElementById('studio-meldungen').dataset.name)) FW.melde(null);
  };

  // The reason that a person gives; null if the person would rather not.
  FW.frage = name => new Promise(antworte => {
    const dialog = document.getElementById('studio-frage');
    const grund = document.getElementById('studio-grund');
    dialog.querySelector('h2').textContent = FW.text(`${name}.Frage`);
    dialog.querySelector('button[value=ja] .kern-label').textContent = FW.text(name);
    grund.value = '';
    dialog.returnValue = '';
    dialog.addEventListener('close', () => antworte(dialog.returnValue === 'ja' ? grund.value.trim() || null : null), { once: true });
    dialog.showModal();
    grund.focus();
  });
})();
