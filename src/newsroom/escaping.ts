/** A text as it stands in HTML between tags. */
export function htmlText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text as the value of an attribute of HTML, between double quotation marks. */
export function htmlValue(text: string): string {
  return htmlText(text).replaceAll('"', '&quot;');
}

/** A text as it stands in XML between tags; characters that XML has not are left out. */
export function xmlText(text: string): string {
  return htmlText(text.replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, ''));
}

/** A text as the value of an attribute of XML, between double quotation marks. */
export function xmlValue(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;');
}
