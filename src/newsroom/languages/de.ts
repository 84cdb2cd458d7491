import 'dayjs/locale/de.js';
import type { Custom } from '../typography/customs.ts';
import type { Language } from './language.ts';

const typography: Custom = {
  quotes: ['„“', '‚‘'],
  dash: 'spaced',
  dashedRange: true,
  headless: 's|n|m|ne|nen|nem|ner|nes|ran|rum|raus|rauf|rein|rüber|runter|nauf|naus|nunter|türlich|tschuldigung',
  // In "ich hab' keine" an e is dropped, after whatever consonant.
  tailless: "ß|[bdfghklmnprt](?=' \\p{L})",
  hours: 'Mittag|Mitternacht',
  ordinal: '\\.',
  months: 'Jänner|Januar|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember',
  measures: 'Mio\\.|Mrd\\.|Millionen|Milliarden|Euro|Franken|Prozent|Uhr|h',
  references: 'S\\.|Nr\\.|Nrn\\.|Bd\\.|Abb\\.|Abs\\.|Art\\.|Kap\\.',
  titles: 'Herrn?|Frau|Dr\\.|Prof\\.',
};

export const german: Language = {
  tag: 'de',
  compounds: true,
  typography,
  variants: {
    CH: { typography: { ...typography, quotes: ['«»', '‹›'] } },
    LI: { typography: { ...typography, quotes: ['«»', '‹›'] } },
  },
  dates: {
    locale: 'de',
    date: 'D. MMMM YYYY',
    day: 'dddd, D. MMMM YYYY',
    dayAndMonth: 'D. MMMM',
    hour: ', HH:mm [Uhr]',
  },
  sentences: {
    abbreviations: 'Okt Dez ca evtl inkl Mio Abs Abt Ing Dipl Tel',
    beginners:
      'Der|Die|Das|Ein|Eine|Er|Sie|Es|Wir|Ich|Aber|Und|Doch|Im|Am|Auf|Mit|Nach|Vor|Bei|Zu|Zum|Zur|Von|Wenn|Als|Da|Dann|Nun|Auch|Seine|Ihre',
  },
  words: ({ number, digits, quoted }) => ({
    language: 'de',
    skipToText: 'Zum Text springen',
    frontPage: 'Titelseite',
    kinds: {
      news: undefined,
      briefs: 'Kurz gemeldet',
      analysis: 'Analyse',
      opinion: 'Meinung',
      feature: 'Reportage',
      obituary: 'Nachruf',
    },
    credits: {
      writer: (names) => `Von ${names}`,
      editor: (names) => `Redaktion: ${names}`,
      photographer: (names) => `Fotos: ${names}`,
      illustrator: (names) => `Illustration: ${names}`,
      cartographer: (names) => `Karten: ${names}`,
      translator: (names) => `Übersetzung: ${names}`,
    },
    withAgencies: (names) => `Mit Material von ${names}`,
    published: 'Veröffentlicht',
    updated: 'Aktualisiert',
    at: (time) => `am ${time}`,
    oldNotice: (years) => `Dieser Artikel ist mehr als ${years === 1 ? 'ein Jahr' : `${number(years)} Jahre`} alt.`,
    corrections: 'Korrekturen',
    correctionKinds: { correction: 'Korrektur', clarification: 'Klarstellung', update: 'Aktualisierung' },
    provenance: ({ publication, date, headline, section, page }) =>
      `Eine Fassung dieses Artikels ist am ${date} in der Druckausgabe von ${publication} erschienen` +
      `${section || page ? ` (${[section, page && `Seite ${digits(page)}`].filter(Boolean).join(', ')})` : ''}` +
      `${headline ? `, unter der Überschrift ${quoted(headline)}` : ''}.`,
    video: 'Video',
    watchAt: (host) => `Auf ${host} ansehen oder lesen`,
    related: 'Mehr zum Thema',
    footnotes: 'Anmerkungen',
    backToText: (note) => `Zurück zum Text von Anmerkung ${digits(note)}`,
    table: 'Tabelle',
    picture: 'Bild',
    pictures: 'Bilder',
    quotation: 'Zitat',
    box: 'Kasten',
    withdrawn: 'Dieser Artikel wurde zurückgezogen',
    withdrawnOn: (date) => `Zurückgezogen am ${date}`,
    topics: 'Themen',
    stayInTouch: 'Auf dem Laufenden bleiben',
    groups: { paper: 'Die Zeitung', read: 'Lesen', follow: 'Folgen', policies: 'Grundsätze' },
    imprint: 'Impressum',
    publishedBy: (publisher) => `Herausgegeben von ${publisher}`,
    textLicence: (licence) => `Texte unter der Lizenz ${licence}`,
    noStories: 'Es sind noch keine Artikel erschienen.',
    notFound: 'Unter dieser Adresse gibt es keine Seite',
    notFoundText:
      'Vielleicht ist die Adresse falsch geschrieben. Die Suche findet jeden Artikel, und die neuesten stehen auf der Titelseite.',
    lists: {
      navigation: 'Die Zeitung',
      sections: 'Ressorts',
      archive: 'Archiv',
      contributors: 'Autorinnen und Autoren',
      editions: 'Druckausgaben',
      search: 'Suche',
      storyCount: (count) => `${number(count)} Artikel`,
      newer: 'Neuere Artikel',
      older: 'Ältere Artikel',
      newest: 'Neueste Artikel',
      pageNumber: (page) => `Seite ${number(page)}`,
      storiesBy: (name) => `Artikel von ${name}`,
      printEdition: (date) => `Druckausgabe vom ${date}`,
      printPage: (page) => `Seite ${digits(page)}`,
      printHeadline: (headline) => `Auf Papier: ${quoted(headline)}`,
      nothingListed: 'Hier ist noch nichts verzeichnet.',
      noCorrections: 'Bisher war nichts zu korrigieren.',
      links: 'Links',
      pages: 'Seiten',
      trail: 'Sie sind hier',
    },
    feeds: {
      label: 'Feeds',
      about:
        'Dies ist ein Feed. Geben Sie seine Adresse in einen Feedreader ein, und jeder neue Artikel kommt vollständig zu Ihnen, in der Reihenfolge des Erscheinens.',
    },
    front: {
      briefs: 'Kurz gemeldet',
      analysis: 'Analyse und Meinung',
      earlier: 'Aus den vergangenen Tagen',
      allOf: (section) => `Alles aus dem Ressort ${section}`,
    },
    article: {
      readingTime: (minutes) => `Lesezeit: ${minutes === 1 ? '1 Minute' : `${number(minutes)} Minuten`}`,
      contents: 'In diesem Artikel',
      previousIn: (section) => `Davor im Ressort ${section}`,
      nextIn: (section) => `Danach im Ressort ${section}`,
      moreOnTopic: 'Mehr zu diesem Thema',
    },
    sharing: {
      share: 'Teilen',
      copyLink: 'Link kopieren',
      email: 'E-Mail',
      copyPassage: 'Link zu diesem Absatz kopieren',
      copyQuote: 'Zitat mit Link kopieren',
      linkCopied: 'Der Link ist kopiert.',
      quoteCopied: 'Das Zitat ist kopiert, mit seinem Link.',
      citationCopied: 'Die Quellenangabe ist kopiert.',
      notCopied: 'Der Browser hat dies nicht kopiert:',
      moved: 'Der verlinkte Absatz wurde geändert oder entfernt. Dies ist der nächstgelegene.',
      cite: 'Artikel zitieren',
      copy: 'Kopieren',
      qrCode: 'QR-Code des Kurzlinks',
    },
    onPaper: {
      folio: (page, pages) => `Seite ${page} von ${pages}`,
      qr: (address) => `QR-Code für ${address}`,
      version: (version) => `Fassung ${number(version)}`,
      print: 'Drucken',
      pictures: 'Mit Bildern',
      larger: 'Größere Schrift',
    },
    newspaper: {
      toPrint: 'Als Zeitung zum Drucken',
      continuedOn: (page) => `Fortsetzung auf Seite ${digits(page)}`,
      continuedFrom: (page) => `Fortsetzung von Seite ${digits(page)}`,
      inside: 'In dieser Ausgabe',
      files: 'Zum Mitnehmen',
      accessible:
        'Der Text ist vollständig und in Lesefolge, mit Überschriften, Inhaltsverzeichnis und Beschreibungen der Bilder.',
    },
    searching: {
      label: 'Archiv durchsuchen',
      description: (name) => `Alle Artikel in ${name} durchsuchen: nach Wörtern, Ressort, Thema, Namen und Jahr.`,
      button: 'Suchen',
      resultCount: (count) => `${number(count)} Artikel gefunden`,
      nothing: (query) => `Kein Artikel enthält ${quoted(query)}.`,
      near: 'Ähnlich:',
      busy: 'Suche läuft …',
      failed: 'Die Suche konnte nicht geladen werden. Im Archiv stehen alle Artikel nach Jahren.',
      more: 'Weitere Treffer',
      filters: 'Suche eingrenzen',
      section: 'Ressort',
      topic: 'Thema',
      contributor: 'Autorin oder Autor',
      year: 'Jahr',
      all: 'Alle',
      order: 'Reihenfolge',
      byRelevance: 'Beste Treffer zuerst',
      byNewest: 'Neueste zuerst',
      byOldest: 'Älteste zuerst',
      withoutScript:
        'Die Suche läuft im Browser und braucht JavaScript. Ohne JavaScript führt das Archiv nach Jahren zu allen Artikeln.',
    },
    comfort: {
      tools: 'Lesehilfen',
      settings: 'Darstellung',
      close: 'Schließen',
      theme: 'Farben',
      themes: { auto: 'Wie auf dem Gerät', paper: 'Papier', dark: 'Dunkel', sepia: 'Sepia' },
      textSize: 'Schriftgröße',
      spacing: 'Zeilenabstand',
      letterSpacing: 'Buchstabenabstand',
      lineLength: 'Zeilenlänge',
      typeface: 'Schrift',
      typefaces: { serif: 'Mit Serifen', sans: 'Ohne Serifen' },
      singleKeys: 'Kurzbefehle mit einer Taste',
      reset: 'Zurücksetzen',
      save: 'Merken',
      saved: 'Gemerkt',
      savedStories: 'Merkliste',
      nothingSaved: 'Auf diesem Gerät ist noch kein Artikel gemerkt.',
      needsScript: 'Die Merkliste wird mit JavaScript auf dem Gerät geführt, und JavaScript ist ausgeschaltet.',
      readableOffline: 'Auch ohne Netz lesbar',
      remove: 'Entfernen',
      offline: 'Keine Verbindung: Dies ist die Fassung, die auf diesem Gerät liegt.',
      notKept: 'Keine Verbindung, und diese Seite liegt nicht auf diesem Gerät.',
      resume: 'Weiterlesen, wo Sie aufgehört haben',
      listen: 'Vorlesen',
      pause: 'Pause',
      goOn: 'Fortsetzen',
      stop: 'Beenden',
      help: 'Tastenkürzel',
      keys: {
        search: 'Suche',
        next: 'Nächster Artikel',
        previous: 'Voriger Artikel',
        front: 'Titelseite',
        save: 'Merken',
        settings: 'Darstellung',
        top: 'Zurück zur Überschrift',
        help: 'Diese Übersicht',
      },
      enlarge: 'Bild vergrößern',
      nextPicture: 'Nächstes Bild',
      previousPicture: 'Voriges Bild',
      pictureOf: (picture, count) => `Bild ${picture} von ${count}`,
      play: 'Video abspielen',
    },
  }),
  firstEdition: (name) => ({
    section: { name: 'Nachrichten', description: 'Was geschehen ist und was es bedeutet.' },
    desk: 'Redaktion',
    about: {
      title: 'Über diese Zeitung',
      description: `Was ${name} ist und wer sie macht.`,
      text: `${name} ist eine Zeitung. Ihre Beiträge kommen aus [der eigenen Redaktion](/contributors/newsdesk/).

Was falsch war, wird offen berichtigt: Jede Korrektur steht unter dem Beitrag und auf [der Seite der Korrekturen](/corrections/).`,
    },
    contact: {
      title: 'Kontakt',
      description: `Wie ${name} zu erreichen ist.`,
      text: 'Leserbriefe, Fragen und Hinweise auf Fehler sind willkommen.',
    },
    story: {
      headline: `${name} erscheint`,
      standfirst: 'Dieser erste Beitrag zeigt, was in einem Beitrag stehen kann.',
      picture: {
        alt: 'Die Zeichnung einer Titelseite: eine Schlagzeile, zwei Spalten Text, ein Bild.',
        caption: 'So beginnt eine Titelseite.',
        credit: `Zeichnung: ${name}`,
      },
      text: `Jeder Beitrag ist ein Ordner mit einem Text darin, und sein Ort bleibt für immer seine Adresse. Dieser hier kann geändert werden, oder sein Ordner wird gelöscht.

Wörter können *betont* sein und [anderswohin führen](/about/). Was sonst noch in einem Beitrag stehen kann, folgt unten.

## Zitate, Kästen, Tabellen

:::pull-quote
Was man zweimal lesen sollte, kann aus dem Text herausgehoben werden.
:::

Fakten stehen in einem Kasten daneben.

:::fact-box[Die ersten Befehle]
- \`npm run dev\`: zeigt die Zeitung und jede Änderung
- \`npm run desk new\`: legt einen Beitrag an
- \`npm run check\`: sagt, was zu verbessern ist
- \`npm run desk publish\`: veröffentlicht
:::

| Seite | Inhalt |
| --- | --- |
| [Titelseite](/) | die neuesten Beiträge |
| [Archiv](/archive/) | alle Beiträge |`,
    },
  }),
};
