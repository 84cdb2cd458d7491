import type { Problem } from '../newsroom/problem.ts';
import { primaryOf } from '../newsroom/language.ts';
import { typesetText } from '../newsroom/typography.ts';
import { captionDoubts } from '../newsroom/caption.ts';
import { fieldsOf, paragraphsOf, picturesOf, type Story } from './stories.ts';

/** D-103 to D-107: words of an article that should be looked at. */
export function checkWordings(story: Story): Problem[] {
  return [...captions(story), ...straightMarks(story), ...doubledWords(story), ...headlines(story)].map((problem) => ({
    file: story.file,
    ...problem,
  }));
}

type Found = Omit<Problem, 'file'>;

function captions(story: Story): Found[] {
  return picturesOf(story).flatMap(({ path, alt, caption, isLead }) => {
    const name = path.replace(/^.*\//, '');
    return captionDoubts({ alt, caption, name }).map((doubt) => ({
      ...(isLead
        ? { line: story.lineOf(['picture', doubt.code === 'D-103' ? 'alt' : 'caption']) }
        : story.placeOf(literal(name))),
      ...doubt,
    }));
  });
}

/** Marks that no custom of the language has set: it has none, or it cannot be told what they are. */
function straightMarks(story: Story): Found[] {
  const inFields = fieldsOf(story).flatMap(([field, text]): Found[] => {
    const mark = straightMark(typesetText(text, story.setting));
    return mark ? [{ line: story.lineOf(field), ...straight(mark, 1) }] : [];
  });
  const marks = paragraphsOf(story.body).flatMap((text) => straightMark(text) ?? []);
  const [first] = marks;
  if (!first) return inFields;
  return [...inFields, { ...story.placeOf(literal(first)), ...straight(first, marks.length) }];
}

/** The first straight mark of a text with the letters beside it; those between letters are apostrophes, those behind digits inches and feet. */
function straightMark(text: string): string | undefined {
  return /(?:(?<!\d)"|(?<![\p{L}\p{M}\d])'(?=\p{L}.*(?<=[\p{L}\p{P}])'(?![\p{L}\p{M}\d])))[\p{L}\p{M}\p{N}]{0,12}/u.exec(
    text,
  )?.[0];
}

function straight(mark: string, count: number): Pick<Problem, 'code' | 'found' | 'remedy'> {
  return {
    code: 'D-105',
    found: `Readers would see a straight quotation mark: ${mark}${count > 1 ? ` (and in ${count - 1} more places)` : ''}.`,
    remedy: 'Close the quotation, or type the marks that the language has: no custom tells what is meant here.',
  };
}

/** Words that stand twice on purpose, in languages in which other words do not. Elsewhere doubling may be grammar. */
const onPurpose: Record<string, RegExp> = {
  en: /^(?:had|that|is|do|very|so|no|ha|bye|yes|many|much|long|far|really|well|there|now|never|more|on|in|again|knock|hear|tut|blah|pooh|night|win|hush|boo|go|please|half|ho|hey|la|tick|choo|chop|can|couscous|pom|yo)$/,
  de: /^(?:die|der|das|den|sie|sich|ja|nein|nach|sehr|so|ganz|wieder|viele?|lange?|immer|was|ha|na|blah?|nie|mehr|wer|ihr|es|haben|werden|sein)$/,
  fr: /^(?:nous|vous|très|si|non|oui|bien|tant|ha|chut|la|plus|loin|en|jamais|toujours|encore)$/,
  es: /^(?:muy|no|sí|si|ya|casi|ja|así|nunca|más|tanto|bla)$/,
  it: /^(?:così|quasi|molto|no|sì|piano|poco|via|mai|ora|man|pian|passo|subito|ha|bla|lì|là|appena)$/,
  pt: /^(?:muito|não|sim|já|quase|nunca|mais|ah|logo)$/,
  nl: /^(?:die|dat|zeer|heel|ja|nee|ze|zij|haar|je|u|steeds|nooit|lang|van)$/,
  sv: /^(?:mycket|ja|nej|så|det|den|de|som|att|här|där)$/,
  da: /^(?:meget|ja|nej|så|det|den|de|der|som|at|her)$/,
  nb: /^(?:veldig|ja|nei|så|det|den|de|der|som|at|her)$/,
  no: /^(?:veldig|ja|nei|så|det|den|de|der|som|at|her)$/,
  pl: /^(?:bardzo|nie|tak|już|się|to|co|no)$/,
  cs: /^(?:velmi|ne|ano|už|se|to|co)$/,
  fi: /^(?:hyvin|ei|kyllä|niin|nyt|ja|joo|että|aina)$/,
};

/** Words that never mean anything twice: then a slip is certain. */
const slip =
  /^(?:the|a|an|of|to|and|with|from|for|by|at|as|und|mit|von|für|zu|im|auf|ein|eine|le|les|un|une|du|des|et|dans|pour|avec|sur|el|los|las|una|y|con|para|il|lo|gli|uno|per|nel|della|o|os|um|uma|het|een|en|voor|met|och|av|til|og)$/i;

function doubledWords(story: Story): Found[] {
  const kept = onPurpose[primaryOf(story.setting.language)];
  if (!kept) return [];
  const told = (word: string, twice: string) => ({
    code: 'D-106' as const,
    found: `The word "${word}" stands twice: "${twice}".`,
    remedy: 'Delete one of the two.',
    ...(slip.test(word) ? { mend: { is: twice, by: word } } : {}),
  });
  const inFields = fieldsOf(story).flatMap(([field, text]): Found[] =>
    doubled(text, kept).map(({ word, twice }) => ({ line: story.lineOf(field), ...told(word, twice) })),
  );
  const inText = paragraphsOf(story.body)
    .flatMap((text) => doubled(text, kept))
    .map(({ word, twice }) => ({
      ...story.placeOf(new RegExp(`(?<![\\p{L}\\p{M}\\p{N}'’-])${word}\\s+${word}(?![\\p{L}\\p{M}\\p{N}'’-])`, 'iu')),
      ...told(word, twice),
    }));
  return [...inFields, ...inText];
}

/** Names stand twice (Duran Duran, New York, New York), and so do figures. */
function doubled(text: string, onPurpose: RegExp): { word: string; twice: string }[] {
  return [...text.matchAll(/(?<![\p{L}\p{M}\p{N}'’‑-])(\p{L}[\p{L}\p{M}]*)\s+(\1)(?![\p{L}\p{M}\p{N}'’‑-])/giu)]
    .filter(([, word = '', again = '']) => !/^\p{Lu}/u.test(again) && !onPurpose.test(word.toLowerCase()))
    .map(([twice, word = '']) => ({ word, twice: twice.replace(/\s+/g, ' ') }));
}

/** Columns of a headline, of which wide letters take two, before cards of other sites and pages of results cut it. */
const mostColumns = 90;
const mostInLists = 70;

function headlines({ filed, lineOf }: Story): Found[] {
  const { headline, shortHeadline } = filed;
  if (shortHeadline) {
    const columns = columnsOf(shortHeadline);
    if (columns <= mostInLists && columns <= columnsOf(headline)) return [];
    return [
      {
        code: 'D-107',
        line: lineOf(['shortHeadline']),
        found:
          columns > columnsOf(headline)
            ? 'The short headline is longer than the headline.'
            : `The short headline is ${columns} columns long, and lists and cards of other sites cut it.`,
        remedy: `Say it in ${mostInLists} at the most.`,
      },
    ];
  }
  const columns = columnsOf(headline);
  if (columns <= mostColumns) return [];
  return [
    {
      code: 'D-107',
      line: lineOf(['headline']),
      found: `The headline is ${columns} columns long, and cards of other sites and search results cut it.`,
      remedy: `Say it in ${mostColumns} at the most, or add a \`shortHeadline\` of at most ${mostInLists}.`,
    },
  ];
}

function columnsOf(text: string): number {
  const letters = text.normalize('NFC').match(/[^\p{M}\p{C}]/gu) ?? [];
  const wide =
    /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
  return letters.reduce((columns, letter) => columns + (wide.test(letter) ? 2 : 1), 0);
}

function literal(text: string): RegExp {
  return new RegExp(RegExp.escape(text), 'u');
}
