// The field in which the outcomes of a step are listed: names may have several words, and none that would break the canvas.
(() => {
  'use strict';
  const FW = window.FallWorkflow;
  // Studio's field for lists, in which every name stands as a chip.
  const liste = '.mud-input-control:has(.d-flex.flex-wrap.align-center)';

  // Names that the selected step has on the canvas, as they are stored and as they are shown.
  const vergeben = () => [...document.querySelectorAll('.x6-node-selected [port]')].map(tor => tor.getAttribute('port')).flatMap(name => [name, FW.ausgang(name)]);

  document.addEventListener('keydown', ereignis => {
    const eingabe = ereignis.target;
    if (!(eingabe instanceof HTMLInputElement) || !eingabe.closest(liste)) return;
    if (ereignis.key === ' ' && !ereignis.ctrlKey && !ereignis.altKey && !ereignis.metaKey) {
      // Studio would end the name here.
      ereignis.preventDefault();
      ereignis.stopImmediatePropagation();
      if (eingabe.value.trim()) document.execCommand('insertText', false, ' ');
      return;
    }
    if (ereignis.key !== 'Enter' && ereignis.key !== 'Tab') return;
    const name = eingabe.value.trim();
    const grund = !name ? null : name.includes(',') ? 'AusgangMitKomma' : vergeben().includes(name) ? 'AusgangVergeben' : null;
    if (!grund) return;
    ereignis.preventDefault();
    ereignis.stopImmediatePropagation();
    FW.melde(grund, 'warning');
  }, true);

  // Of a switch the outcomes are its cases, in a table of rows. Studio draws it anew from what it was opened with, so that the
  // next case would undo the one before. Back from another tab, it reads them as they were saved.
  const fallname = 'td[data-label="Label"]';

  const geduld = 35000;

  // Nothing can be entered meanwhile: what the table shows until then is not what is stored.
  const lies = async tabelle => {
    const rahmen = tabelle.closest('.mud-tabs');
    const felder = rahmen.querySelector('.mud-tabs-panels');
    if (felder.inert) return;
    felder.inert = true;
    try {
      // Studio takes the change in first.
      await FW.warte(150);
      const reiter = [...rahmen.querySelectorAll('.mud-tab')];
      const hier = reiter.find(r => r.classList.contains('mud-tab-active'));
      reiter.find(r => r !== hier).click();
      const bis = performance.now() + geduld;
      while (tabelle.isConnected && performance.now() < bis) await FW.warte(50);
      hier.click();
    } finally {
      felder.inert = false;
    }
  };

  document.addEventListener('click', async ereignis => {
    const knopf = ereignis.target.closest?.('button');
    const zeile = knopf?.closest('tr');
    const tabelle = zeile?.closest('.mud-table');
    if (!zeile?.querySelector(fallname)) return;
    const eingabe = zeile.querySelector(fallname + ' input');
    const zelle = knopf.closest('td');
    if (eingabe && knopf === zelle.querySelector('button')) {
      const andere = [...tabelle.querySelectorAll(fallname)].filter(f => !zeile.contains(f)).map(f => f.textContent.trim());
      if (['In', FW.ausgang('Default'), ...andere].includes(eingabe.value.trim())) {
        ereignis.preventDefault();
        ereignis.stopImmediatePropagation();
        FW.melde('AusgangVergeben', 'warning');
        return;
      }
    }
    if (!eingabe && zelle !== zeile.lastElementChild) return;
    await lies(tabelle);
  }, true);
})();
