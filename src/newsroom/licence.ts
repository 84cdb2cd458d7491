import { wordsOf } from './words.ts';

/** "CC BY 4.0" for the identifier "CC-BY-4.0"; other licences are named as they are. */
export function licenceName(licence: string): string {
  return licence.replace(/^CC-(BY(?:-[A-Z]{2})*)-(\d\.\d)$/, 'CC $1 $2');
}

/** A line that says that nothing is licensed, in words of its own: "© 2019 The Broadsheet", "All rights reserved". */
const reserved =
  /^((©|\(c\)|copyright ([\d©(]|by )).{0,100}|.{0,60}(rights? reserved|rechte vorbehalten|droits réservés|derechos reservados|सर्वाधिकार सुरक्षित|الحقوق محفوظة|הזכויות שמורות|無断(転載|複製).{0,12}|版权所有|版權所有|保留(所有|一切)权利|권리 보유|무단 ?전재.{0,20})[.。]?)$/iu;

/** Whether these words are a sentence on rights rather than the name of a licence. */
export const isReserved = (licence: string): boolean => reserved.test(licence);

/** "Text licensed under CC BY 4.0", in a language; words that reserve all rights stand as they are. */
export function licenceSentence(licence: string, language: string): string {
  return isReserved(licence) ? licence : wordsOf(language).textLicence(licenceName(licence));
}

/** The sentence that names the licence of a text in the text's language; `undefined` where it is under its paper's. */
export function ownLicence(
  { licence, language }: { licence?: string; language: string },
  publication: { licence?: string },
): string | undefined {
  return licence && licenceName(licence) !== (publication.licence && licenceName(publication.licence))
    ? licenceSentence(licence, language)
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
