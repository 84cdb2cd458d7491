import type { Plugin } from 'postcss';
import { directionOf } from '../newsroom/language.ts';
import type { Language, Script } from '../newsroom/languages/language.ts';
import type { Custom } from '../newsroom/typography/customs.ts';
import { languages } from '../newsroom/languages.ts';

/** What style sheets may ask of the language of an element, as a selector: `em:--emphasis-dots`. */
const traits: Record<string, (language: Language) => unknown> = {
  'own-script': ({ script }) => script && !script.latin,
  compounds: ({ compounds }) => compounds,
  'emphasis-weight': ({ script }) => script?.emphasis === 'weight',
  'emphasis-dots': ({ script }) => script?.emphasis.startsWith('dots'),
  'emphasis-dots-below': ({ script }) => script?.emphasis === 'dots below',
  joined: ({ script }) => script?.joined,
  'squares-spaced': ({ script, unspaced }) => script?.squares && !unspaced,
  'squares-unspaced': ({ script, unspaced }) => script?.squares && unspaced,
  'right-to-left': ({ tag }) => directionOf(tag) === 'rtl',
};

/**
 * Puts what is known of languages into style sheets: `@languages;` becomes their faces, leading, figures and quotation marks, and
 * `:--squares-unspaced` and other traits (custom selectors, as CSS Extensions drafts them) the languages that have them.
 */
export function languageStyles(): Plugin {
  return {
    postcssPlugin: 'languages',
    AtRule: {
      languages: (rule, { parse }) =>
        void rule.replaceWith(parse(rulesOf(languages), { from: rule.source?.input.file }).nodes),
    },
    Rule(rule) {
      if (rule.selector.includes(':--'))
        rule.selector = rule.selector.replace(/:--([a-z-]+)/g, (_, name: string) => having(name));
    },
  };
}

function having(trait: string): string {
  const has = traits[trait];
  if (!has)
    throw new Error(`Style sheets ask for languages that are "${trait}", which src/styles/languages.ts does not know.`);
  return `:is(${languages
    .filter(has)
    .map(({ tag }) => `:lang(${tag})`)
    .join(', ')})`;
}

/** The rules of all languages: those that share a script have one together, and what a script or region has otherwise stands behind. */
function rulesOf(all: readonly Language[]): string {
  const scripts = Map.groupBy(all, ({ script }) => script);
  const own = [...scripts].map(([script, those]) =>
    ruleOf(
      those.map(({ tag }) => tag),
      facesOf(script),
    ),
  );
  const others = all.flatMap(({ tag, script, variants = {} }) => {
    const usual = new Set(facesOf(script));
    const byScript = Map.groupBy(Object.entries(variants), ([, variant]) => variant.script);
    return [...byScript].map(([variant, those]) =>
      ruleOf(
        those.map(([subtag]) => `${tag}-${subtag}`),
        facesOf(variant).filter((each) => !usual.has(each)),
      ),
    );
  });
  const quotes = all.map(({ tag, typography }) => ruleOf([tag], quotesOf(typography)));
  return [...own, ...others, ...quotes].join('\n');
}

function ruleOf(tags: readonly string[], declarations: readonly string[]): string {
  if (declarations.length === 0) return '';
  return `:is(${tags.map((tag) => `[lang|='${tag}']`).join(', ')}) { ${declarations.join('; ')} }`;
}

function facesOf(script: Script | undefined): string[] {
  if (!script) return [];
  const { serif, sans, leading } = script;
  return [
    `--serif: ${familiesOf([...serif, 'serif'])}`,
    `--sans: ${familiesOf([...sans, 'sans-serif'])}`,
    `--leading: ${leading}`,
    '--figures: lining-nums',
  ];
}

function familiesOf(names: readonly string[]): string {
  return names.map((name) => (name.includes(' ') ? `'${name}'` : name)).join(', ');
}

/** Browsers have their own of these, other than printers at the inner level. */
function quotesOf({ quotes = [], guillemetSpace = '' }: Partial<Custom> = {}): string[] {
  if (!quotes[0]?.startsWith('«')) return [];
  const [outer, inner] = quotes.map((pair) => `'${pair.split('').join(`' '`)}'`);
  return [`quotes: ${outer?.replace('«', `«${guillemetSpace}`).replace('»', `${guillemetSpace}»`)} ${inner}`];
}
