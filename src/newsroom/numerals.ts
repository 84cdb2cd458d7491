const formats = new Map<string, Intl.NumberFormat>();

/** A number in the digits and groups of a language and its region (BCP 47): "12,345", "12.345", "١٢٬٣٤٥". */
export function numberIn(value: number, language: string): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, format);
  // Switzerland's groups come with a typewriter's mark.
  return format.format(value).replaceAll("'", '’');
}

const digitsOf = new Map<string, string[] | undefined>();

/** A text with its figures in the digits of a language: those that Unicode's CLDR gives for "ar-EG" are Arabic-Indic, for "ar" not. */
export function digitsIn(text: string, language: string): string {
  if (!digitsOf.has(language)) digitsOf.set(language, ownDigits(language));
  const digits = digitsOf.get(language);
  return digits ? text.replace(/\d/g, (figure) => digits[Number(figure)] ?? figure) : text;
}

function ownDigits(language: string): string[] | undefined {
  const digits = Array.from({ length: 10 }, (_, figure) => new Intl.NumberFormat(language).format(figure));
  return digits[0] === '0' ? undefined : digits;
}
