import { wordsOf } from './words.ts';

/** "CC BY 4.0" for the identifier "CC-BY-4.0"; other licences are named as they are. */
export function licenceName(licence: string): string {
  return licence.replace(/^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/, 'CC $1 $2');
}

/** The sentence that names the licence of a text in the text's language; `undefined` where it is under its paper's. */
export function ownLicence(
  { licence, language }: { licence?: string; language: string },
  publication: { licence?: string },
): string | undefined {
  const name = licence && licenceName(licence);
  return name && name !== (publication.licence && licenceName(publication.licence))
    ? wordsOf(language).textLicence(name)
    : undefined;
}

/** The address of a licence's text: one that is filed as an address, or one of Creative Commons by its name. */
export function licenceAddress(licence: string): string | undefined {
  if (/^https?:\/\//.test(licence)) return licence;
  const [, terms, version] =
    /^CC[ -](BY(?:-(?:NC|SA|ND))*|0|Zero)[ -](\d\.\d)$/i.exec(licence.replace(/^CC0/i, 'CC 0')) ?? [];
  if (!terms || !version) return undefined;
  return /^b/i.test(terms)
    ? `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`
    : `https://creativecommons.org/publicdomain/zero/${version}/`;
}
