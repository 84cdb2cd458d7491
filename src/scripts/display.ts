import { keep, kept } from './device.ts';

const names = ['theme', 'scale', 'leading', 'letters', 'line', 'typeface', 'keys'] as const;
type Settings = Partial<Record<(typeof names)[number], string>>;

const { dataset, style } = document.documentElement;
const forms = () => document.querySelectorAll<HTMLFormElement>('[data-display]');
const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')].map(
  (meta) => [meta, meta.content] as const,
);

/**
 * Settings of the display: attributes and properties of the root that `first-paint.js` has set before, and forms that change them.
 * What the paper comes with is not kept.
 */
export function display(): void {
  show();
  addEventListener('storage', show);
  addEventListener('pageshow', show);
  for (const form of forms()) {
    form.addEventListener('input', () => set(form));
    form.addEventListener('reset', () => setTimeout(() => set(form)));
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-opens]')) {
    button.hidden = false;
    button.addEventListener('click', () => open(button.dataset.opens ?? ''));
  }
}

/** Opens a sheet; how sheets look comes with the first of them. */
export function open(id: string): void {
  void import('./sheets.ts').then(
    (sheets) => sheets.open(id),
    () => (document.getElementById(id) as HTMLDialogElement).showModal(),
  );
}

function set(form: HTMLFormElement): void {
  const settings = kept<Settings>('display') ?? {};
  for (const [name, field] of fieldsOf(form)) {
    const value =
      field instanceof RadioNodeList
        ? field.value
        : (stepsOf(field)?.[field.valueAsNumber] ?? (field.checked ? '' : 'off'));
    if (value) settings[name] = value;
    else delete settings[name];
  }
  keep('display', settings);
  show(settings);
}

function show(from: Settings | Event): void;
function show(): void;
function show(from?: Settings | Event): void {
  const settings = (from instanceof Event ? undefined : from) ?? kept<Settings>('display') ?? {};
  for (const name of names) {
    if (settings[name]) dataset[name] = settings[name];
    else delete dataset[name];
    style.setProperty(`--given-${name}`, settings[name] ?? '');
  }
  for (const form of forms()) {
    for (const [name, field] of fieldsOf(form)) {
      const steps = field instanceof RadioNodeList ? undefined : stepsOf(field);
      if (field instanceof RadioNodeList) field.value = settings[name] ?? '';
      else if (steps) showStep(field, steps, settings[name]);
      else field.checked = !settings[name];
    }
  }
  for (const [bar, colour] of bars)
    bar.content = settings.theme ? getComputedStyle(document.documentElement).backgroundColor : colour;
}

/** What the places of a slider stand for; of a switch there are none. */
function stepsOf({ dataset: { steps } }: HTMLInputElement): string[] | undefined {
  return steps?.split(',');
}

function showStep(slider: HTMLInputElement, steps: readonly string[], value = ''): void {
  const place = steps.includes(value) ? value : '';
  slider.valueAsNumber = steps.indexOf(place);
  slider.ariaValueText = `${slider.valueAsNumber + 1}/${steps.length}`;
}

function fieldsOf(form: HTMLFormElement) {
  return names.flatMap((name) => {
    const field = form.elements.namedItem(name) as RadioNodeList | HTMLInputElement | null;
    return field ? [[name, field] as const] : [];
  });
}
