// Keeps of Tabler's style sheet the rules our pages can use: whole it would be the largest part of a
// page's first paint. A rule stays when every class it names stands somewhere in our pages or scripts.
import { readFileSync, readdirSync, renameSync, writeFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

const [project, target] = process.argv.slice(2);
const used = new Set();
const walk = folder => {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) walk(path);
    else if (/\.(cshtml|js)$/.test(entry.name))
      for (const word of readFileSync(path, 'utf8').match(/[A-Za-z][\w-]*/g) ?? []) used.add(word);
  }
};
walk(join(project, 'Pages'));
walk(join(project, 'wwwroot'));

const css = readFileSync(join(project, 'node_modules/@tabler/core/dist/css/tabler.min.css'), 'utf8')
  .replace(/\/\*[^]*?\*\//g, '').replace(/^@charset[^;]*;/, '');

// Splits into [prelude, body] blocks; strings may hold braces.
function* blocks(text) {
  let start = 0, depth = 0, open = 0, quote = '';
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (quote) { if (c === quote && text[i - 1] !== '\\') quote = ''; continue; }
    if (c === '"' || c === "'") quote = c;
    else if (c === '{' && depth++ === 0) open = i;
    else if (c === '}' && --depth === 0) { yield [text.slice(start, open), text.slice(open + 1, i)]; start = i + 1; }
  }
}

const splitSelectors = list => list.split(/,(?![^(]*\))/);
const keeps = selector => {
  if (/data-bs-theme|\[dir=|\.was-validated|\.is-(in)?valid/.test(selector)) return false;
  return [...selector.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].every(match => used.has(match[1]));
};
// A root rule is only a store of variables: keep those that something kept asks for.
const trim = text => {
  let out = '';
  for (const [prelude, body] of blocks(text)) {
    if (/^@(media|supports)/.test(prelude)) { const inner = trim(body); if (inner) out += `${prelude}{${inner}}`; }
    else if (/^@(keyframes|-webkit-keyframes)/.test(prelude)) { if (/placeholder/.test(prelude)) out += `${prelude}{${body}}`; }
    else if (prelude.startsWith('@')) continue;
    else { const kept = splitSelectors(prelude).filter(keeps); if (kept.length) out += `${kept.join(',')}{${body}}`; }
  }
  return out;
};

let kept = trim(css);
for (let before = -1; before !== kept.length;) {
  before = kept.length;
  const asked = new Set([...kept.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]));
  kept = kept.replace(/(^|[{;])(--tblr-[\w-]+):[^;{}]*(?:;|(?=\}))/g, (all, lead, name) => asked.has(name) ? all : lead)
    .replace(/[^{}]+\{;*\}/g, '');
}
mkdirSync(dirname(target), { recursive: true });
writeFileSync(`${target}.${process.pid}`, kept);
renameSync(`${target}.${process.pid}`, target);
