// Every call of the editor to its API goes through here: it says where it comes from, asks for reasons, survives a lost
// network and an expired sign-in, and tells people in German what was refused. The editor itself would crash on these.
(() => {
  'use strict';
  const FW = window.FallWorkflow;
  const api = '/elsa/api';
  const geduld = 80000;
  const abstand = 3000;
  // Longer than the half second after which the editor saves what was changed.
  const pause = 1000;
  const laengstens = 30000;
  // In which the editor has taken in an answer that it was given.
  const aufnahme = 300;
  const bekannt = new Map();

  const json = (inhalt, status = 200, kopf = {}) => new Response(JSON.stringify(inhalt), {
    status, headers: { 'Content-Type': status === 200 ? 'application/json' : 'application/problem+json', ...kopf },
  });

  const koerper = async init => init.body === undefined || init.body === null ? null : new Response(init.body).arrayBuffer();

  const text = daten => new TextDecoder().decode(daten);

  // What needs a reason, by the words of its question; null for everything else.
  const frage = (methode, pfad, inhalt) => {
    if (methode !== 'POST') return null;
    if (inhalt?.publish === true || /^\/workflow-definitions\/[^/]+\/publish$/.test(pfad) || pfad.startsWith('/bulk-actions/publish/')) return 'Veroeffentlichen';
    if (/^\/workflow-definitions\/[^/]+\/retract$/.test(pfad) || pfad.startsWith('/bulk-actions/retract/')) return 'Zurueckziehen';
    return pfad.startsWith('/cancel/') ? 'Abbrechen' : null;
  };

  // What the editor takes for an answer when the server has refused, so that it goes on.
  const ersatz = (methode, pfad, meldung) => {
    if (pfad.endsWith('/execute')) return json({}, 200, { 'x-elsa-workflow-cannot-start': 'true' });
    if (pfad === '/tests/activities')
      return json({ activityState: {}, payload: {}, outputs: {}, status: 'Faulted', exception: { type: '', message: meldung, stackTrace: '' } });
    if (pfad.startsWith('/bulk-actions/publish/')) return json({ published: [], alreadyPublished: [], notFound: [], updatedConsumers: [] });
    if (pfad.startsWith('/bulk-actions/retract/')) return json({ retracted: [], alreadyRetracted: [], notFound: [] });
    if (pfad.startsWith('/bulk-actions/delete/')) return json({ deleted: 0 });
    if (methode === 'DELETE') return pfad.startsWith('/workflow-instances/') ? json({}) : new Response(null, { status: 404 });
    if (pfad.startsWith('/cancel/') || pfad.startsWith('/bulk-actions/cancel/')) return json({});
    return null;
  };

  const abgebrochen = (methode, pfad) =>
    ersatz(methode, pfad, '') ?? json({ title: '', status: 400, errors: { generalErrors: [FW.text('NichtVeroeffentlicht')] } }, 400);

  // Saving never fails for the editor: what the server did not take is kept here and sent again.
  const speichere = (adresse, init, inhalt) => FW.nacheinander(async () => {
    const id = inhalt.model.definitionId;
    let antwort = null;
    try { antwort = await FW.fetchen(adresse, init); } catch { /* No network. */ }
    if (antwort?.ok) {
      FW.entwuerfe.vergiss(id);
      FW.entwarne();
      return antwort;
    }
    if (antwort?.status === 400 || antwort?.status === 409) {
      // Publishing has saved what it refused, or what somebody else was faster with.
      if (inhalt.publish === true) FW.entwuerfe.vergiss(id);
      return antwort;
    }
    FW.entwuerfe.merke(id, JSON.stringify({ ...inhalt, publish: false }));
    if (antwort?.status === 401) FW.melde('Abgelaufen', 'warning', null, true);
    else if (antwort?.status === 403) FW.melde('Abgelehnt', 'danger', await FW.problem(antwort));
    else FW.melde('Offline', 'warning');
    if (inhalt.publish === true) return json({ title: '', status: 400, errors: { generalErrors: [FW.text('SpaeterVeroeffentlichen')] } }, 400);
    const links = ['self', 'publish', 'retract', 'delete'].map(rel => ({ href: '', rel, method: 'POST' }));
    return json({ workflowDefinition: { links, isReadonly: false, ...inhalt.model, links }, alreadyPublished: false, consumingWorkflowCount: 0 });
  });

  // Milliseconds in which the page was able to work. On a slow computer the editor may hold it up for seconds; in these it has
  // neither saved what was changed nor taken in what it was answered.
  let arbeitszeit = 0;
  let gestellt = performance.now();
  const takt = 50;
  setInterval(() => {
    const jetzt = performance.now();
    arbeitszeit += Math.min(jetzt - gestellt, takt);
    gestellt = jetzt;
  }, takt);

  // The editor takes every answer for the newest state and would put it over what the person has typed since. So it gets an
  // answer only when nothing is under way and the person has paused, and then the newest one.
  let beruehrt = 0;
  let unterwegs = 0;
  // Savings whose answer the editor does not have yet, and when it got the last one.
  let offen = 0;
  let beantwortet = 0;
  // Who waits for what was changed last to be saved and answered.
  let eilig = 0;
  const neueste = new Map();
  for (const art of ['keydown', 'pointerdown', 'pointerup', 'input', 'change', 'drop'])
    document.addEventListener(art, () => { beruehrt = arbeitszeit; }, true);

  const beiRuhe = async (adresse, init, inhalt) => {
    const id = inhalt.model.definitionId;
    unterwegs++;
    offen++;
    try {
      let antwort;
      try { antwort = await speichere(adresse, init, inhalt); } finally { unterwegs--; }
      if (!antwort.ok) return antwort;
      neueste.set(id, antwort);
      const bis = performance.now() + laengstens;
      while (performance.now() < bis && (unterwegs > 0 || (eilig === 0 && arbeitszeit - beruehrt < pause))) await FW.warte(100);
      return neueste.get(id).clone();
    } finally {
      offen--;
      beantwortet = arbeitszeit;
    }
  };

  const gesichert = async seit => {
    const offenBis = () => Math.max(seit() + pause, beantwortet + aufnahme);
    const bis = performance.now() + laengstens;
    document.documentElement.style.cursor = 'progress';
    eilig++;
    try {
      while (performance.now() < bis && (offen > 0 || arbeitszeit < offenBis())) await FW.warte(50);
    } finally {
      eilig--;
      document.documentElement.style.cursor = '';
    }
  };

  const imEditor = document.getElementById('studio');
  let geaendert = -Infinity;
  let eingegeben = -Infinity;
  for (const art of ['keydown', 'pointerup', 'input', 'change', 'drop'])
    imEditor.addEventListener(art, ereignis => {
      geaendert = arbeitszeit;
      if (!ereignis.target.closest?.('.x6-graph, .mud-tab')) eingegeben = geaendert;
    }, true);

  // The links above the editor lead away at once; what was changed right before is saved first.
  document.addEventListener('click', async ereignis => {
    const ziel = ereignis.target.closest?.('a[href]');
    if (!ziel || imEditor.contains(ziel) || ziel.target || ziel.hasAttribute('download') || ereignis.defaultPrevented || ereignis.ctrlKey || ereignis.metaKey || ereignis.shiftKey) return;
    if (offen === 0 && arbeitszeit - geaendert > 2 * pause) return;
    ereignis.preventDefault();
    await gesichert(() => geaendert);
    location.assign(ziel.href);
  });

  // Studio's tabs each hold the step as of another answer, and what is entered in one would undo what was just entered in the
  // other. So another tab opens when that is saved and answered.
  let frei = null;
  imEditor.addEventListener('click', async ereignis => {
    const reiter = ereignis.target.closest?.('.mud-tab');
    if (!reiter || reiter === frei || (offen === 0 && arbeitszeit - eingegeben > pause)) return;
    ereignis.preventDefault();
    ereignis.stopPropagation();
    await gesichert(() => eingegeben);
    frei = reiter;
    reiter.click();
    frei = null;
  }, true);

  // Everything else may be asked again, so it waits for network and sign-in.
  const frageAn = async (adresse, init, methode, pfad) => {
    const merkbar = methode === 'GET' && (pfad.startsWith('/descriptors') || pfad.startsWith('/features'));
    const bis = Date.now() + geduld;
    let gewarnt = false;
    for (;;) {
      let antwort = null;
      try {
        antwort = await FW.fetchen(adresse, init);
      } catch (fehler) {
        if (fehler.name === 'AbortError') throw fehler;
      }
      if (antwort && antwort.status !== 401 && antwort.status < 500) {
        if (merkbar && antwort.ok) bekannt.set(pfad, await antwort.clone().text());
        if (gewarnt) FW.entwarne();
        return antwort;
      }
      if (bekannt.has(pfad)) return new Response(bekannt.get(pfad), { status: 200, headers: { 'Content-Type': 'application/json' } });
      gewarnt = true;
      FW.melde(antwort?.status === 401 ? 'Abgelaufen' : 'Offline', 'warning', null, antwort?.status === 401);
      if (Date.now() > bis) {
        if (antwort?.status === 401) location.assign('/anmeldung?ziel=' + encodeURIComponent(FW.seite));
        return antwort ?? Response.error();
      }
      await FW.warte(abstand);
    }
  };

  const rufe = async (adresse, init) => {
    const methode = (init.method ?? 'GET').toUpperCase();
    const pfad = adresse.pathname.slice(api.length);
    const kopf = new Headers(init.headers);
    const daten = await koerper(init);
    const speichern = methode === 'POST' && pfad === '/workflow-definitions';
    const inhalt = speichern && daten ? JSON.parse(text(daten)) : null;
    if (methode !== 'GET') kopf.set('X-FallWorkflow', 'studio');
    const grundfrage = frage(methode, pfad, inhalt);
    if (grundfrage) {
      const grund = await FW.frage(grundfrage);
      if (grund === null) {
        // What was drawn is kept all the same; only publishing is not done.
        if (inhalt?.publish === true && inhalt.model?.definitionId) {
          const nur = { ...inhalt, publish: false };
          await beiRuhe(adresse, { ...init, headers: kopf, credentials: 'same-origin', body: JSON.stringify(nur) }, nur);
        }
        return abgebrochen(methode, pfad);
      }
      kopf.set('X-Begruendung', encodeURIComponent(grund));
    }
    const neu = { ...init, headers: kopf, credentials: 'same-origin' };
    delete neu.duplex;
    if (daten) neu.body = daten;
    if (methode === 'POST' && pfad === '/workflow-definitions/import' && daten) neu.body = JSON.stringify(await FW.ergaenze(JSON.parse(text(daten))));
    if (inhalt?.model?.definitionId) return beiRuhe(adresse, neu, inhalt);

    const antwort = await frageAn(adresse, neu, methode, pfad);
    if (antwort.ok) {
      if (pfad.startsWith('/bulk-actions/') && antwort.headers.get('Content-Type')?.includes('json')) {
        const fehler = (await antwort.clone().json()).errors ?? [];
        if (fehler.length) FW.melde('Verweigert', 'warning', fehler.join('\n'));
      }
      return antwort;
    }
    const meldung = await FW.problem(antwort);
    const stattdessen = ersatz(methode, pfad, meldung);
    if (!stattdessen) return antwort;
    FW.melde('Verweigert', 'warning', meldung);
    return stattdessen;
  };

  window.fetch = (wohin, init = {}) => {
    const adresse = new URL(wohin instanceof Request ? wohin.url : wohin, document.baseURI);
    if (adresse.origin !== location.origin || !adresse.pathname.startsWith(api + '/')) return FW.fetchen(wohin, init);
    return rufe(adresse, wohin instanceof Request ? { method: wohin.method, headers: wohin.headers, body: wohin.body, signal: wohin.signal } : init);
  };
})();
