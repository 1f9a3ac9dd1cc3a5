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
})();
