// Small conveniences; every page works without them.
'use strict';
(() => {
  // Fonts come after the first paint: until then the device's own serve, and on a metered line they stay.
  const fonts = document.currentScript.dataset.fonts;
  const wanted = !(navigator.connection && (navigator.connection.saveData || /2g/.test(navigator.connection.effectiveType || '')));
  if (fonts && wanted) {
    const load = () => ['400', '500', '700'].forEach(weight => {
      const link = document.createElement('link');
      link.rel = 'stylesheet';
      link.href = `${fonts}${weight}.css`;
      document.head.append(link);
    });
    if (document.readyState === 'complete') load(); else addEventListener('load', load);
  }

  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, select, textarea, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.querySelector('[data-find]')?.focus();
    }
    if (event.key === 'Escape') {
      document.querySelectorAll('details[data-menu][open]').forEach(menu => { menu.open = false; menu.querySelector('summary').focus(); });
      if (event.target.matches('[data-find]')) event.target.blur();
    }
  });

  document.addEventListener('click', event => {
    document.querySelectorAll('details[data-menu][open]').forEach(menu => { if (!menu.contains(event.target)) menu.open = false; });
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      const text = copy.closest('.code').querySelector('code').textContent;
      navigator.clipboard?.writeText(text).then(() => {
        const label = copy.textContent;
        copy.textContent = document.querySelector('main').dataset.copied;
        setTimeout(() => { copy.textContent = label; }, 1500);
      });
    }
  });

  // Empty choices make long addresses; leave them out.
  document.addEventListener('htmx:configRequest', event => {
    const form = event.target.closest('form[data-filters]');
    if (!form) return;
    const parameters = event.detail.parameters;
    for (const name of [...new Set(parameters.keys ? [...parameters.keys()] : Object.keys(parameters))]) {
      const kept = (parameters.getAll ? parameters.getAll(name) : [].concat(parameters[name])).filter(value => value !== '');
      parameters.delete ? parameters.delete(name) : delete parameters[name];
      kept.forEach(value => parameters.append ? parameters.append(name, value) : (parameters[name] = kept));
    }
  });
  document.addEventListener('submit', event => {
    if (event.target.matches('form[data-filters]'))
      event.target.querySelectorAll('select, input').forEach(field => { if (!field.value) field.disabled = true; });
  });
})();
