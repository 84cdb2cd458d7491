import styles from './sheets.css?inline';

const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);

/** Opens a sheet; one that is open gives way to it. That of the display leaves the text in reach, which changes with it. */
export function open(id: string): void {
  document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
  const wanted = document.getElementById(id) as HTMLDialogElement;
  if (id === 'display') wanted.show();
  else wanted.showModal();
}
