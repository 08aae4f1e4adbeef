// Says when the report may be printed: every chart drawn, every font there, those of header and footer too.
'use strict';
(() => {
  const root = document.documentElement;
  const later = milliseconds => new Promise(done => setTimeout(done, milliseconds));

  const settle = async () => {
    root.dataset.waiting = 'charts';
    while (root.dataset.charts !== 'drawn') {
      if (root.dataset.charts === 'failed') throw new Error('a chart could not be drawn');
      await later(20);
    }
    root.dataset.waiting = 'fonts';
    // Text that stands only in the page margins is laid out when it is printed, too late to fetch its font.
    const text = `${document.body.innerText}${root.dataset.margin}0123456789/`;
    await Promise.all(['400', '500', '700'].map(weight => document.fonts.load(`${weight} 10px "Noto Sans SC"`, text)));
    await document.fonts.ready;
    root.dataset.ready = 'true';
    delete root.dataset.waiting;
  };

  settle().catch(error => { root.dataset.error = error.message; });
})();
