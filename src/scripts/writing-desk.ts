/** Shows whoever writes the paper what is to be mended, and the paper as readers see it. No page that is published has it. */
export {};

/** Something to mend or to look at. */
export interface Slip {
  code: string;
  /** File, line and column. */
  place: string;
  found: string;
  remedy: string;
  isWarning: boolean;
  /** Opens the editor at the line. */
  open: string;
  /** The page that it concerns; of none where it concerns more than one. */
  page: string | undefined;
}

const isAsReaders = () => /(?:^|;\s*)broadsheet-as=readers/.test(document.cookie);

const host = document.createElement('div');
host.id = 'writing-desk';
// Apart from the styles of the page, and they from it.
const root = host.attachShadow({ mode: 'open' });
let slips: Slip[] = [];
/** What was put aside by whoever reads the page; it comes again when something else is wrong. */
let aside = '';

const styles = `
  :host { all: initial }
  * { box-sizing: border-box }
  .report, .bar {
    position: fixed; z-index: 2147483647; direction: ltr; text-align: left;
    font: 14px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); border: 1px solid var(--ink);
  }
  .report { top: 10vh; left: 50%; width: min(44rem, calc(100vw - 2rem)); max-height: 70vh; transform: translateX(-50%); overflow: auto; padding: 1rem 3rem 1rem 1rem; border-top: 6px solid var(--accent); box-shadow: 0 0 0 100vmax rgb(0 0 0 / 50%) }
  .report button { position: absolute; top: 0.5rem; right: 0.5rem; width: 2rem; height: 2rem; font-size: 20px; background: none; border: 0; cursor: pointer }
  .bar { bottom: 0.5rem; right: 0.5rem; max-width: calc(100vw - 1rem); max-height: 60vh; overflow: auto; display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; padding: 0.4rem 0.75rem }
  summary { cursor: pointer; font-weight: 600; color: var(--accent) }
  p { margin: 0 0 0.75rem; overflow-wrap: anywhere }
  details p { margin-top: 0.75rem; max-width: 40rem }
  span { display: block }
  a { color: inherit }
  @media print { .report, .bar { display: none } }
`;

import.meta.hot?.on('broadsheet:to-mend', (told: Slip[]) => {
  slips = told;
  show();
});
import.meta.hot?.send('broadsheet:to-mend', {});
document.body.append(host);
show();

function show(): void {
  const isFront = document.querySelector('main.front') !== null;
  const here = slips.filter(({ page }) => page === location.pathname);
  const shown = isFront ? slips : here;
  const key = JSON.stringify(here);
  root.replaceChildren(
    made('style', {}, styles),
    ...(here.length > 0 && key !== aside ? [report(here, () => (aside = key))] : []),
    bar(shown, isFront),
  );
  for (const ribbon of document.querySelectorAll<HTMLElement>('.held')) ribbon.hidden = isAsReaders();
}

function report(here: readonly Slip[], putAside: () => void): HTMLElement {
  const close = made('button', { type: 'button', 'aria-label': 'Put aside' }, '×');
  const panel = made('section', { class: 'report', role: 'alert', 'aria-label': 'To mend' }, close, ...here.map(entry));
  const leave = () => {
    putAside();
    show();
  };
  close.addEventListener('click', leave);
  panel.addEventListener('keydown', ({ key }) => key === 'Escape' && leave());
  return panel;
}

function bar(shown: readonly Slip[], isFront: boolean): HTMLElement {
  const box = made('input', { type: 'checkbox' });
  box.checked = isAsReaders();
  box.addEventListener('change', () => {
    document.cookie = `broadsheet-as=readers; path=/; samesite=strict; max-age=${box.checked ? 31_536_000 : 0}`;
    location.reload();
  });
  const count = counted(shown);
  const list =
    isFront && shown.length > 0 ? made('details', {}, made('summary', {}, count), ...shown.map(entry)) : count;
  return made(
    'aside',
    { class: 'bar', 'aria-label': 'Writing desk' },
    list,
    deskLink(),
    made('label', {}, box, ' as readers see it'),
  );
}

/** Leads to the editor in the browser, to what the page is made of where it is one file. */
function deskLink(): HTMLElement {
  const { pathname } = location;
  const [, story] = /\/(\d{4}\/\d{2}\/\d{2}\/[^/]+)\/$/.exec(pathname) ?? [];
  const [, folder, name] = /\/(sections|topics|contributors)\/([^/]+)\/$/.exec(pathname) ?? [];
  const entry = story ? `articles/entries/${story}/index` : folder && `${folder}/entries/${name}`;
  const desk = `${import.meta.env.BASE_URL}desk/`;
  return entry ? made('a', { href: `${desk}#/collections/${entry}` }, 'edit') : made('a', { href: desk }, 'desk');
}

function entry({ code, place, found, remedy, isWarning, open }: Slip): HTMLElement {
  const line = made('a', { href: open }, place);
  const mark = isWarning ? `${code} (a warning) ` : `${code} `;
  return made(
    'p',
    {},
    made('b', {}, mark),
    line,
    made('span', { dir: 'auto' }, found),
    made('span', { dir: 'auto' }, remedy),
  );
}

/** "2 things to mend, one to look at"; nothing where there is none. */
function counted(all: readonly Slip[]): string {
  const looks = all.filter(({ isWarning }) => isWarning).length;
  const mends = all.length - looks;
  const things = (count: number) => (count === 1 ? 'One thing' : `${count} things`);
  return [mends && `${things(mends)} to mend`, looks && `${things(looks)} to look at`].filter(Boolean).join(', ');
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string>,
  ...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}
