import { z } from 'zod';
import { faultOfInstant, isDate, isInstant } from '../newsroom/calendar.ts';
import { invisibleCharacter } from '../newsroom/invisible.ts';
import { isLanguageTag } from '../newsroom/language.ts';
import { articleId, formerPathOf, isFormerPath } from '../newsroom/permalink.ts';
import { disguiseOf } from '../newsroom/web-address.ts';

/** One line of text for readers; the typographer sets its quotes and dashes. */
export const line = () =>
  visibleText()
    .min(1, 'is empty')
    .check((context) => {
      if (/[\r\n]/.test(context.value)) context.issues.push(custom(context.value, 'runs over more than one line'));
    });

/** Text without characters that cannot be seen or printed; it may be empty. */
export const visibleText = () =>
  z
    .string()
    .trim()
    .check((context) => {
      const odd = invisibleCharacter(context.value);
      if (odd) context.issues.push(custom(context.value, `holds the invisible character ${odd.name}`));
      else if (!context.value.isWellFormed())
        context.issues.push(custom(context.value, 'holds half a character, left by a broken conversion'));
    });

/** A plain date, `YYYY-MM-DD`. */
export const plainDate = () =>
  z.string().check((context) => {
    if (isDate(context.value)) return;
    const fault = /^\d{4}-\d{2}-\d{2}$/.test(context.value) ? 'is not a day that exists' : 'is not written as a date';
    context.issues.push(custom(context.value, `${fault}: ${quoted(context.value)}`));
  });

/** An instant, RFC 3339 with an offset from UTC: `2019-03-01T05:00:00+08:00`. */
export const instant = () =>
  z.string().check((context) => {
    if (isInstant(context.value)) return;
    context.issues.push(custom(context.value, `${faultOfInstant(context.value)}: ${quoted(context.value)}`));
  });

/** An address that a reader can follow: http or https. */
export const webAddress = () =>
  z
    .string()
    .trim()
    .check((context) => {
      const { value } = context;
      if (!/^https?:\/\/[^\s/]/i.test(value) || !URL.canParse(value))
        context.issues.push(custom(value, `is not a web address: ${quoted(value)}`));
    })
    .check(refuseDisguise);

/** The name of a licence, or the address of its text. */
export const licence = () => line().check(refuseDisguise);

function refuseDisguise({ value, issues }: z.core.ParsePayload<string>) {
  const disguise = disguiseOf(value);
  if (disguise)
    issues.push({
      ...custom(value, `is an address that ${disguise.found}`),
      params: { code: 'S-020', remedy: disguise.remedy },
    });
}

export const languageTag = () =>
  z.string().check((context) => {
    // BCP 47 allows words of up to eight letters; none that is spoken has more than three.
    if (!isLanguageTag(context.value) || !/^[a-z]{2,3}(-|$)/i.test(context.value))
      context.issues.push(custom(context.value, `is not a language tag: ${quoted(context.value)}`));
  });

/** An address that an article had, as its path: an origin, a query, a fragment and slashes around it are taken away. */
export const formerPath = () =>
  z
    .string()
    .trim()
    .overwrite((address) =>
      formerPathOf(
        address
          .replace(/^<(.*)>$/, '$1')
          .replace(
            /[?#].*$|^(?:(?:https?:)?\/\/[^/]+|[a-z\d-]+(?:\.[a-z\d-]+)+(?=\/)|\/?content\/articles(?=\/))/gi,
            '',
          )
          .replace(/^\/+|(?:\/index\.(?:html|md|json))?\/*$/g, ''),
      ),
    )
    .check((context) => {
      if (!isFormerPath(context.value))
        context.issues.push(custom(context.value, `is not a former address of an article: ${quoted(context.value)}`));
    });

/** The name of a file in another folder of `content/`, without its ending. */
export const reference = () =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .check((context) => {
      // None can be in a name, and YAML leaves them where they are.
      if (/^[“”„‟‘’‚«»‹›]/.test(context.value)) context.issues.push(custom(context.value, 'begins with no letter'));
    });

/** The name of an article for good. */
export const id = () =>
  z.string().check((context) => {
    const { value } = context;
    if (articleId.test(value)) return;
    const wrong = [...new Set(value.match(/[^23456789abcdefghjkmnpqrstuvwxyz]/gu) ?? [])];
    const fault =
      wrong.length === 0
        ? `has ${value.length} of the six to twelve characters that an id has`
        : `holds ${wrong
            .slice(0, 4)
            .map((each) => `"${each}"`)
            .join(', ')}, which no id has`;
    context.issues.push({ ...custom(value, `${fault}: ${quoted(value)}`), params: { code: 'S-009' } });
  });

function custom(input: unknown, message: string) {
  return { code: 'custom' as const, input, message };
}

function quoted(value: string): string {
  return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
}
