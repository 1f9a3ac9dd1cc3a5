// Studio reads files in itself and sends what it knows of them. What else stands at the top of a file goes along from here.
(() => {
  'use strict';
  let gelesen = Promise.resolve([]);

  // The texts in a ZIP archive, by its directory at the end.
  const ausArchiv = async puffer => {
    const sicht = new DataView(puffer);
    const texte = [];
    let ende = puffer.byteLength - 22;
    while (ende >= 0 && sicht.getUint32(ende, true) !== 0x06054b50) ende--;
    if (ende < 0) return texte;
    let ort = sicht.getUint32(ende + 16, true);
    for (let rest = sicht.getUint16(ende + 10, true); rest > 0; rest--) {
      const kopf = sicht.getUint32(ort + 42, true);
      const anfang = kopf + 30 + sicht.getUint16(kopf + 26, true) + sicht.getUint16(kopf + 28, true);
      const daten = new Blob([puffer.slice(anfang, anfang + sicht.getUint32(ort + 20, true))]).stream();
      const gepackt = sicht.getUint16(ort + 10, true) === 8;
      texte.push(await new Response(gepackt ? daten.pipeThrough(new DecompressionStream('deflate-raw')) : daten).text());
      ort += 46 + sicht.getUint16(ort + 28, true) + sicht.getUint16(ort + 30, true) + sicht.getUint16(ort + 32, true);
    }
    return texte;
  };

  const lies = async datei => {
    try {
      const texte = datei.name.toLowerCase().endsWith('.zip') ? await ausArchiv(await datei.arrayBuffer()) : [await datei.text()];
      return texte.map(text => { try { return JSON.parse(text); } catch { return null; } });
    } catch {
      // Studio reads the file, too, and says what is wrong with it.
      return [];
    }
  };

  document.addEventListener('change', ereignis => {
    const dateien = ereignis.target.type === 'file' ? [...ereignis.target.files] : [];
    if (dateien.length) gelesen = Promise.all(dateien.map(lies)).then(alle => alle.flat().filter(inhalt => inhalt?.root));
  }, true);

  // A definition as Studio sends it, with what its file had besides.
  window.FallWorkflow.ergaenze = async definition => {
    const dateien = await gelesen;
    const quelle = dateien.find(d => d.definitionId === definition.definitionId) ?? dateien.find(d => d.id && d.id === definition.id)
      ?? (dateien.length === 1 ? dateien[0] : {});
    const bekannt = new Set(Object.keys(definition).map(name => name.toLowerCase()));
    const mehr = Object.entries(quelle).filter(([name]) => !bekannt.has(name.toLowerCase()));
    return { ...definition, ...Object.fromEntries(mehr), ...(definition.createdAt?.startsWith('0001') && quelle.createdAt ? { createdAt: quelle.createdAt } : {}) };
  };
})();
