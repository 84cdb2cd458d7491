import { blocks } from './blocks.ts';

/** What Sveltia hands to a field type of a page's own, as far as it is used here. */
export interface FieldProps {
  value: unknown;
  forID: string;
  onChange: (value: string) => void;
  /** Has a file saved with the story; gives an address that is the file's name when it is saved. */
  addFile: (file: File) => Promise<string>;
}

interface Shown {
  props: FieldProps;
  place: (host: HTMLElement | null) => void;
  text: HTMLTextAreaElement;
}

const shown = new Map<string, Shown>();

/**
 * The text of a story, as it is typed: what an editor has not touched stays byte for byte. Blocks are put in as Visual Studio Code has them,
 * pictures with a file that is filed beside the story.
 */
export function MarkdownText(props: FieldProps): object {
  const field = shown.get(props.forID) ?? made(props);
  shown.set(props.forID, field);
  field.props = props;
  const value = typeof props.value === 'string' ? props.value : '';
  if (field.text.value !== value) field.text.value = value;
  return element('div', { ref: field.place });
}

/** An element as React has it: Sveltia brings React along, and gives it to nobody. */
function element(type: string, props: object): object {
  return { $$typeof: Symbol.for('react.transitional.element'), type, key: null, ref: null, props };
}

function made(props: FieldProps): Shown {
  const text = document.createElement('textarea');
  text.id = props.forID;
  text.className = 'markdown-text';
  text.spellcheck = true;
  text.dir = 'auto';
  text.ariaLabel = 'Text';
  const bar = document.createElement('div');
  bar.className = 'blocks';
  bar.role = 'toolbar';
  bar.ariaLabel = 'Blocks';
  const field: Shown = {
    props,
    text,
    place: (host) => {
      if (host) host.append(bar, text);
      else shown.delete(field.props.forID);
    },
  };
  text.addEventListener('input', () => field.props.onChange(text.value));
  const file = document.createElement('input');
  file.type = 'file';
  file.accept = 'image/*';
  file.hidden = true;
  file.ariaLabel = 'Picture file';
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen) void field.props.addFile(chosen).then((address) => put(field, 'picture', address));
    file.value = '';
  });
  bar.append(
    file,
    ...Object.keys(blocks).map((name) => button(name, () => (name === 'picture' ? file.click() : put(field, name)))),
  );
  return field;
}

function button(name: string, act: () => void): HTMLButtonElement {
  const pressed = document.createElement('button');
  pressed.type = 'button';
  pressed.textContent = name.replace('-', ' ');
  // The text keeps the place where one writes.
  pressed.addEventListener('mousedown', (event) => event.preventDefault());
  pressed.addEventListener('click', act);
  return pressed;
}

/** Puts a block where one writes, in paragraphs of its own unless it is part of a line, and marks the first words to be filled in. */
function put({ text, props }: Shown, name: string, picture?: string): void {
  const typed = (blocks[name] ?? []).join('\n');
  const [, first = ''] = /\$\{\d+:([^}]*)\}/.exec(typed) ?? [];
  const plain = typed.replace(/\$\{\d+:?([^}]*)\}/g, '$1').replace('./picture.jpg', picture ?? './picture.jpg');
  const { selectionStart: from, selectionEnd: to, value } = text;
  const isInline = name === 'lang';
  const before = isInline || from === 0 ? '' : '\n\n'.slice(/\n{0,2}$/.exec(value.slice(0, from))?.[0].length);
  const behind = isInline ? '' : '\n\n'.slice(/^\n{0,2}/.exec(value.slice(to))?.[0].length);
  text.setRangeText(`${before}${plain}${behind}`, from, to, 'end');
  const at = first ? text.value.indexOf(first, from) : -1;
  if (at >= 0) text.setSelectionRange(at, at + first.length);
  text.focus();
  props.onChange(text.value);
}
