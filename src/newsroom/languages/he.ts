import 'dayjs/locale/he.js';
import type { Language } from './language.ts';

export const hebrew: Language = {
  tag: 'he',
  typography: { quotes: ['””', '’’'] },
  dates: { locale: 'he', date: 'D [ב]MMMM YYYY', day: '[יום] dddd, D [ב]MMMM YYYY', dayAndMonth: 'D [ב]MMMM' },
  pace: { words: 180 },
  script: {
    serif: ['Noto Serif Hebrew', 'New Peninim MT', 'Broadsheet Serif'],
    sans: ['Noto Sans Hebrew', 'Broadsheet Sans', 'system-ui'],
    leading: 1.6,
    headline: { leading: 1.25, letter: 0.5 },
    emphasis: 'weight',
  },
  words: ({ number, digits, quoted }) => {
    /** A noun with its number: one and two are words. */
    const counted = (count: number, one: string, two: string, more: string) =>
      count === 1 ? one : count === 2 ? two : `${number(count)} ${more}`;
    return {
      language: 'he',
      skipToText: 'דילוג אל הטקסט',
      frontPage: 'עמוד השער',
      kinds: {
        news: undefined,
        briefs: 'בקצרה',
        analysis: 'פרשנות',
        opinion: 'דעה',
        feature: 'כתבת מגזין',
        obituary: 'הספד',
      },
      credits: {
        writer: (names) => `מאת ${names}`,
        editor: (names) => `עריכה: ${names}`,
        photographer: (names) => `צילום: ${names}`,
        illustrator: (names) => `איור: ${names}`,
        cartographer: (names) => `מפות: ${names}`,
        translator: (names) => `תרגום: ${names}`,
      },
      withAgencies: (names) => `על פי דיווחי ${names}`,
      published: 'פורסם:',
      updated: 'עודכן:',
      at: (time) => time,
      oldNotice: (years) =>
        `הכתבה פורסמה לפני יותר ${years === 1 ? 'משנה' : years === 2 ? 'משנתיים' : `מ־${number(years)} שנים`}.`,
      corrections: 'תיקונים',
      correctionKinds: { correction: 'תיקון', clarification: 'הבהרה', update: 'עדכון' },
      provenance: ({ publication, date, headline, section, page }) =>
        `גרסה של כתבה זו הופיעה במהדורה המודפסת של ${publication}, ${date}` +
        `${section || page ? ` (${[section, page && `עמוד ${digits(page)}`].filter(Boolean).join(', ')})` : ''}` +
        `${headline ? `, תחת הכותרת ${quoted(headline)}` : ''}.`,
      video: 'וידאו',
      watchAt: (host) => `לצפייה או לקריאה באתר ${host}`,
      related: 'כתבות נוספות בנושא',
      footnotes: 'הערות',
      backToText: (note) => `חזרה לטקסט מהערה ${digits(note)}`,
      table: 'טבלה',
      picture: 'תמונה',
      pictures: 'תמונות',
      quotation: 'ציטוט',
      box: 'תיבה',
      withdrawn: 'הכתבה הוסרה',
      withdrawnOn: (date) => `הוסרה: ${date}`,
      topics: 'נושאים',
      stayInTouch: 'להישאר מעודכנים',
      groups: { paper: 'העיתון', read: 'לקריאה', follow: 'למעקב', policies: 'מדיניות' },
      imprint: 'פרטי המערכת',
      publishedBy: (publisher) => `הוצאה לאור: ${publisher}`,
      textLicence: (licence) => `רישיון הטקסטים: ${licence}`,
      noStories: 'עדיין לא פורסמו כתבות.',
      notFound: 'אין עמוד בכתובת הזאת',
      notFoundText: 'ייתכן שהכתובת הוקלדה בטעות. אפשר למצוא כל כתבה בחיפוש, והחדשות ביותר נמצאות בעמוד השער.',
      lists: {
        navigation: 'העיתון',
        sections: 'מדורים',
        archive: 'ארכיון',
        contributors: 'הכותבים',
        editions: 'גיליונות מודפסים',
        search: 'חיפוש',
        storyCount: (count) => counted(count, 'כתבה אחת', 'שתי כתבות', 'כתבות'),
        newer: 'כתבות חדשות יותר',
        older: 'כתבות ישנות יותר',
        newest: 'הכתבות האחרונות',
        pageNumber: (page) => `עמוד ${number(page)}`,
        storiesBy: (name) => `הכתבות של ${name}`,
        printEdition: (date) => `הגיליון המודפס, ${date}`,
        printPage: (page) => `עמוד ${digits(page)}`,
        printHeadline: (headline) => `בדפוס: ${quoted(headline)}`,
        nothingListed: 'אין כאן עדיין דבר.',
        noCorrections: 'עד כה לא נדרשו תיקונים.',
        links: 'קישורים',
        pages: 'עמודים',
        trail: 'מיקום הדף',
      },
      feeds: {
        label: 'הזנות',
        about: 'זוהי הזנה. הדביקו את כתובתה בקורא הזנות, וכל כתבה חדשה תגיע אליכם במלואה, לפי סדר הפרסום.',
      },
      front: {
        briefs: 'בקצרה',
        analysis: 'פרשנות ודעות',
        earlier: 'מהימים הקודמים',
        allOf: (section) => `כל הכתבות במדור ${section}`,
      },
      article: {
        readingTime: (minutes) => `זמן קריאה: ${counted(minutes, 'דקה אחת', 'שתי דקות', 'דקות')}`,
        contents: 'בכתבה זו',
        previousIn: (section) => `הכתבה הקודמת במדור ${section}`,
        nextIn: (section) => `הכתבה הבאה במדור ${section}`,
        moreOnTopic: 'עוד בנושא זה',
      },
      sharing: {
        share: 'שיתוף',
        copyLink: 'העתקת הקישור',
        email: 'דוא״ל',
        copyPassage: 'העתקת קישור לפסקה זו',
        copyQuote: 'העתקת הציטוט עם קישור',
        linkCopied: 'הקישור הועתק.',
        quoteCopied: 'הציטוט הועתק עם הקישור אליו.',
        citationCopied: 'ההפניה הביבליוגרפית הועתקה.',
        notCopied: 'הדפדפן לא העתיק את זה:',
        moved: 'הפסקה שאליה הוביל הקישור שונתה או הוסרה. זו הפסקה הקרובה ביותר.',
        cite: 'ציטוט הכתבה',
        copy: 'העתקה',
        qrCode: 'קוד QR של הקישור הקצר',
      },
      onPaper: {
        folio: (page, pages) => `עמוד ${page} מתוך ${pages}`,
        qr: (address) => `קוד QR לכתובת ${address}`,
        version: (version) => `גרסה ${number(version)}`,
        print: 'הדפסה',
        pictures: 'עם תמונות',
        larger: 'אותיות גדולות יותר',
      },
      newspaper: {
        toPrint: 'כעיתון, להדפסה',
        continuedOn: (page) => `המשך בעמוד ${digits(page)}`,
        continuedFrom: (page) => `המשך מעמוד ${digits(page)}`,
        inside: 'בגיליון',
        files: 'קבצים להורדה',
        accessible: 'הטקסט מלא ובסדר הקריאה, עם כותרות, תוכן עניינים ותיאורי תמונות.',
      },
      searching: {
        label: 'חיפוש בארכיון',
        description: (name) => `חיפוש בכל הכתבות של ${name} לפי מילה, מדור, נושא, כותבים ושנה.`,
        button: 'חיפוש',
        resultCount: (count) => counted(count, 'נמצאה כתבה אחת', 'נמצאו שתי כתבות', 'כתבות נמצאו'),
        nothing: (query) => `אין כתבה שמופיע בה ${quoted(query)}.`,
        near: 'קרוב לזה:',
        busy: 'מתבצע חיפוש…',
        failed: 'לא ניתן היה לטעון את החיפוש. הארכיון כולל את כל הכתבות לפי שנים.',
        more: 'תוצאות נוספות',
        filters: 'צמצום החיפוש',
        section: 'מדור',
        topic: 'נושא',
        contributor: 'כותבים',
        year: 'שנה',
        all: 'הכול',
        order: 'סדר',
        byRelevance: 'לפי רלוונטיות',
        byNewest: 'מהחדש לישן',
        byOldest: 'מהישן לחדש',
        withoutScript: 'החיפוש פועל בדפדפן ודורש JavaScript. בלעדיו אפשר למצוא בארכיון את כל הכתבות לפי שנים.',
      },
      comfort: {
        tools: 'כלי קריאה',
        settings: 'תצוגה',
        close: 'סגירה',
        theme: 'צבעים',
        themes: { auto: 'לפי המכשיר', paper: 'נייר', dark: 'כהה', sepia: 'ספיה' },
        textSize: 'גודל הטקסט',
        spacing: 'מרווח בין השורות',
        letterSpacing: 'מרווח בין האותיות',
        lineLength: 'אורך השורה',
        typeface: 'גופן',
        typefaces: { serif: 'עם תגיות', sans: 'ללא תגיות' },
        singleKeys: 'קיצורים במקש יחיד',
        reset: 'איפוס',
        save: 'שמירה לקריאה בהמשך',
        saved: 'נשמר',
        savedStories: 'כתבות שמורות',
        nothingSaved: 'עדיין לא נשמרו כתבות במכשיר הזה.',
        needsScript: 'הכתבות נשמרות במכשיר באמצעות JavaScript, והוא כבוי.',
        readableOffline: 'ניתן לקריאה ללא רשת',
        remove: 'הסרה',
        offline: 'אין חיבור לרשת: זהו העותק השמור במכשיר.',
        notKept: 'אין חיבור לרשת, והעמוד הזה אינו שמור במכשיר.',
        resume: 'להמשיך מהמקום שבו הפסקתם',
        listen: 'האזנה',
        pause: 'השהיה',
        goOn: 'המשך',
        stop: 'עצירה',
        help: 'קיצורי מקלדת',
        keys: {
          search: 'חיפוש',
          next: 'הכתבה הבאה',
          previous: 'הכתבה הקודמת',
          front: 'עמוד השער',
          save: 'שמירה לקריאה בהמשך',
          settings: 'תצוגה',
          top: 'חזרה לכותרת',
          help: 'הרשימה הזאת',
        },
        enlarge: 'הגדלת התמונה',
        nextPicture: 'התמונה הבאה',
        previousPicture: 'התמונה הקודמת',
        pictureOf: (picture, count) => `תמונה ${picture} מתוך ${count}`,
        play: 'הפעלת הסרטון',
      },
    };
  },
  firstEdition: (name) => ({
    section: { name: 'חדשות', description: 'מה קרה ומה משמעותו.' },
    desk: 'המערכת',
    about: {
      title: 'אודות העיתון',
      description: `מהו ${name} ומי עושה אותו.`,
      text: `${name} הוא עיתון. את הכתבות כותבת [המערכת שלו](/contributors/newsdesk/).

טעויות מתוקנות בגלוי: כל תיקון מופיע מתחת לכתבה וב[דף התיקונים](/corrections/).`,
    },
    contact: {
      title: 'צור קשר',
      description: `איך פונים אל ${name}.`,
      text: 'מכתבים, שאלות ותיקונים יתקבלו בברכה.',
    },
    story: {
      headline: `${name} יוצא לאור`,
      standfirst: 'הכתבה הראשונה מראה מה יכול להיות בכתבה.',
      picture: {
        alt: 'ציור של עמוד שער: כותרת, שני טורי טקסט ותמונה.',
        caption: 'כך מתחיל עמוד שער.',
        credit: `ציור: ${name}`,
      },
      text: `כל כתבה היא תיקייה ובה טקסט, ומקומה הוא כתובתה לתמיד. אפשר לשנות את הכתבה הזאת או למחוק את התיקייה.

אפשר *להדגיש* מילים ו[לקשר לדף אחר](/about/). בהמשך מופיע מה עוד יכול להיות בכתבה.

## ציטוטים, מסגרות, טבלאות

:::pull-quote
מה שראוי לקרוא פעמיים יכול לבלוט מתוך הטקסט.
:::

עובדות מופיעות במסגרת לצידו.

:::fact-box[הפקודות הראשונות]
- \`npm run dev\`: מציג את העיתון וכל שינוי
- \`npm run desk new\`: יוצר כתבה
- \`npm run check\`: אומר מה יש לתקן
- \`npm run desk publish\`: מפרסם
:::

| עמוד | תוכן |
| --- | --- |
| [עמוד השער](/) | הכתבות החדשות |
| [ארכיון](/archive/) | כל הכתבות |`,
    },
  }),
};
