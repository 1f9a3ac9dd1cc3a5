// Joins Elsa Studio to this page: addresses, keys, callbacks; then starts it.
(async () => {
  'use strict';
  const FW = window.FallWorkflow;
  const kiste = document.getElementById('studio');
  const { studio, element, gegenstand } = kiste.dataset;
  FW.seite = location.pathname;
  const gesucht = new URLSearchParams(location.search).get('schritt');
  // Blazor wants its page below its base, slash included.
  if (!location.href.startsWith(document.baseURI)) history.replaceState(null, '', document.baseURI + location.search);
  localStorage.setItem('BlazorCulture', 'de-DE');

  // Studio fills the window below the bar that it believes to have; here that is everything above it. On small windows it stays
  // large enough to work in, and the page scrolls.
  const miss = () => kiste.style.setProperty('--mud-appbar-height', `min(${Math.ceil(kiste.getBoundingClientRect().top + scrollY) + 16}px, 100vh - 620px)`);
  miss();
  window.addEventListener('resize', miss);

  // Studio's own script for this stands in its page and is not allowed here.
  let tasten = null;
  window.editorHotkeys = {
    register: studioTasten => { tasten = studioTasten; },
    dispose: () => { tasten = null; },
  };
  document.addEventListener('keydown', ereignis => {
    if ((ereignis.ctrlKey || ereignis.metaKey) && ereignis.key.toLowerCase() === 's') {
      ereignis.preventDefault();
      tasten?.invokeMethodAsync('OnHotKeysCtrlS');
    }
  });

  // Addresses that Studio makes for itself lead to our pages.
  const seiteFuer = adresse => {
    const pfad = new URL(adresse, document.baseURI).pathname;
    const treffer = /\/workflows\/(definitions|instances)\/([^/]+)\/(edit|view)$/.exec(pfad);
    return treffer ? (treffer[1] === 'definitions' ? '/prozesse/' : '/prozesse/laeufe/') + treffer[2] : null;
  };
  for (const art of ['pushState', 'replaceState']) {
    const vorher = history[art].bind(history);
    history[art] = (zustand, titel, adresse) => {
      const seite = adresse ? seiteFuer(adresse) : null;
      if (seite && seite !== FW.seite) location.assign(seite);
      else vorher(zustand, titel, adresse);
    };
  }

  document.querySelector('elsa-backend-provider').setAttribute('remote-endpoint', location.origin + '/elsa/api');
  customElements.whenDefined(element).then(() => {
    const teil = kiste.querySelector(element);
    teil.editWorkflowDefinition = id => location.assign('/prozesse/' + encodeURIComponent(id));
    teil.viewWorkflowInstance = id => location.assign('/prozesse/laeufe/' + encodeURIComponent(id));
  });
  new MutationObserver((_, beobachter) => {
    if (!kiste.querySelector(element)?.childElementCount) return;
    document.getElementById('studio-laden')?.remove();
    beobachter.disconnect();
  }).observe(kiste, { childList: true, subtree: true });

  // Studio gives the fields of a step less than a third of the height, where people spend most of their time, and on small windows
  // less width to the palette than its words need.
  const palette = 270;
  new MutationObserver((_, beobachter) => {
    const haelften = wo => [...kiste.querySelectorAll(`elsa-workflow-definition-editor .rz-splitter-${wo} > .rz-splitter-pane`)];
    const [flaeche, felder] = haelften('vertical');
    if (!felder) return;
    const [schritte, arbeit, mitte, rand] = haelften('horizontal');
    const anteil = Math.max(15, Math.min(30, 100 * palette / schritte.parentElement.clientWidth));
    const verteile = (teil, prozent) => { teil.style.flexBasis = `${prozent}%`; };
    verteile(flaeche, 56);
    verteile(felder, 44);
    verteile(schritte, anteil);
    verteile(arbeit, 100 - anteil);
    verteile(mitte, 70);
    verteile(rand, 30);
    beobachter.disconnect();
  }).observe(kiste, { childList: true, subtree: true });

  // A step that the address names is selected and moved to the middle by Studio's own function, from the module that Studio
  // has loaded: only that one knows the canvas.
  const zeige = async schritt => {
    const knoten = [...kiste.querySelectorAll('.x6-node')].find(n => n.getAttribute('data-cell-id') === schritt);
    const flaeche = knoten?.closest('.graph-container');
    if (!flaeche) return FW.melde('NichtGefunden', 'warning');
    const quelle = performance.getEntriesByType('resource').map(r => r.name).find(n => n.endsWith('/designer.entry.js') && !n.endsWith('/react-designer.entry.js'));
    const zeichner = await import(quelle ?? new URL('_content/Elsa.Studio.Workflows.Designer/designer.entry.js', document.baseURI).href);
    await zeichner.selectActivity(flaeche.id, schritt);
    knoten.classList.add('fw-gesucht');
    FW.melde('Gezeigt', 'success');
  };
  if (gesucht) {
    let wartet = null;
    const warte = new MutationObserver(() => {
      if (!kiste.querySelector('.x6-node')) return;
      // Studio draws node by node and then fits them into the window; when it is quiet, it is done.
      clearTimeout(wartet);
      wartet = setTimeout(() => {
        warte.disconnect();
        zeige(gesucht).catch(() => FW.melde('NichtGefunden', 'warning'));
      }, 700);
    });
    warte.observe(kiste, { childList: true, subtree: true, attributes: true, attributeFilter: ['transform'] });
  }

  await FW.woerter.catch(() => {});
  // Before the editor shows what the server has: it would save over what is kept here.
  if (gegenstand) await FW.entwuerfe.klaere(gegenstand);
  const skript = document.createElement('script');
  skript.src = studio + '_framework/blazor.webassembly.js';
  document.body.append(skript);
})();
