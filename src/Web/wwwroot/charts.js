// Draws the options that the server wrote into the page: looks colours up in the style sheet, adds the
// tooltip that shows each point's own lines, redraws when the size or the theme changes.
'use strict';
(() => {
  const library = document.currentScript.dataset.library;
  const charts = new Map();
  let loading;

  const load = () => loading ??= new Promise((done, failed) => {
    if (window.echarts) return done();
    const script = document.createElement('script');
    script.src = library;
    script.onload = done;
    script.onerror = failed;
    document.head.append(script);
  });

  // "$accent" → the value of --chart-accent; "$font" → the page's font; "$tips" stays for the tooltip.
  const resolve = (node, style) => {
    if (typeof node === 'string' && node[0] === '$') {
      if (node === '$font') return style.getPropertyValue('--font').trim();
      if (node === '$tips') return node;
      return style.getPropertyValue(`--chart-${node.slice(1)}`).trim() || node;
    }
    if (Array.isArray(node)) return node.map(item => resolve(item, style));
    if (node && typeof node === 'object') return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolve(value, style)]));
    return node;
  };

  const element = (name, text) => { const node = document.createElement(name); if (text !== undefined) node.textContent = text; return node; };

  const tips = option => points => {
    const box = element('div');
    box.className = 'tip';
    const list = [].concat(points);
    box.append(element('h4', (option.$names || [])[list[0].dataIndex] || list[0].name));
    const seen = new Set();
    const shown = list.filter(point => point.data && point.data.tip && (point.data.value !== null) && !seen.has(point.seriesName + (point.seriesIndex < 0)));
    const several = option.series.filter(series => series.name).length > 1;
    for (const point of several ? shown.slice().reverse() : shown.slice(0, 1)) {
      const line = element('p');
      if (several) {
        const mark = element('i');
        mark.style.background = option.series[point.seriesIndex].itemStyle.color;
        line.append(mark, element('span', point.seriesName), element('b', point.data.tip[0]));
        box.append(line);
      } else {
        line.append(element('b', point.data.tip[0]));
        line.firstChild.style.margin = '0';
        line.firstChild.style.padding = '0';
        box.append(line);
        point.data.tip.slice(1).forEach(text => box.append(element('small', text)));
      }
    }
    if (!shown.length && list[0].data && list[0].data.tip) list[0].data.tip.forEach(text => box.append(element('small', text)));
    return box;
  };

  const draw = figure => {
    const source = figure.querySelector('script[type="application/json"]');
    if (!source) return;
    const style = getComputedStyle(document.documentElement);
    const option = resolve(JSON.parse(source.textContent), style);
    if (option.tooltip) option.tooltip.formatter = tips(option);
    let chart = charts.get(figure);
    if (!chart) {
      const box = document.createElement('div');
      box.style.cssText = 'position:absolute;inset:0';
      figure.append(box);
      chart = echarts.init(box, null, { renderer: 'svg' });
      charts.set(figure, chart);
      new ResizeObserver(() => {
        if (!figure.isConnected) { chart.dispose(); charts.delete(figure); }
        else if (figure.clientWidth !== chart.getWidth() || figure.clientHeight !== chart.getHeight()) chart.resize();
      }).observe(figure);
    }
    const { media, $names, ...base } = option;
    chart.setOption(media ? { baseOption: base, media } : base, true);
  };

  const drawAll = async root => {
    const figures = [...root.querySelectorAll('[data-chart]')];
    if (!figures.length) { document.documentElement.dataset.charts = 'drawn'; return; }
    try {
      await load();
      figures.forEach(draw);
      document.documentElement.dataset.charts = 'drawn';
    } catch (error) {
      figures.filter(figure => !charts.has(figure)).forEach(figure => {
        const words = element('p', document.querySelector('main').dataset.undrawn);
        words.className = 'undrawn';
        figure.append(words);
      });
      document.documentElement.dataset.charts = 'failed';
      throw error;
    }
  };

  const redraw = () => charts.forEach((chart, figure) => figure.isConnected && draw(figure));
  drawAll(document);
  document.addEventListener('htmx:load', event => { if (event.target !== document.body) drawAll(event.target.parentElement || document); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  matchMedia('print').addEventListener('change', redraw);
})();
