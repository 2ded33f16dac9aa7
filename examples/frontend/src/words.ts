/** What this frontend says itself; everything else comes from the API. */

const WORDS = {
  de: {
    skip: "Zum Inhalt springen",
    menu: "Hauptmenü",
    way: "Sie sind hier",
    language: "Sprache",
    preview: "Vorschau: Diese Fassung ist nicht veröffentlicht.",
    fallback: "Diese Seite gibt es noch nicht auf Englisch.",
    missing: "Diese Seite gibt es nicht.",
    nearest: "Vielleicht hilft diese weiter:",
    unavailable: "Die Seite ist gerade nicht zu erreichen. Bitte versuchen Sie es später noch einmal.",
    when: "Wann",
    where: "Wo",
    who: "Veranstaltet von",
    price: "Preis",
    free: "Eintritt frei",
    signUp: "Anmelden",
    tickets: "Karten kaufen",
    programme: "Programm",
    partOf: "Teil von",
    next: "Als Nächstes",
    all: "Alle Veranstaltungen",
    contact: "Kontakt",
    signatories: "Unterzeichnet von",
    successor: "Nachfolgerin",
    transcript: "Text zum Nachlesen",
    captions: "Untertitel",
    load: (provider: string) => `Bei ${provider} ansehen`,
    map: "Auf der Karte ansehen",
    privacy: "Datenschutz",
    asOf: (year: number) => `Stand ${year}`,
    inLanguage: (name: string) => ` (${name})`,
    places: (number: number) => `${number} Plätze`,
    ages: (from?: number | null, to?: number | null) =>
      to == null ? `ab ${from} Jahren` : from == null ? `bis ${to} Jahre` : `${from} bis ${to} Jahre`,
    adopted: "Beschlossen am",
    renewed: "Erneuert am",
    member: "Mitglied seit",
    until: "Mitglied bis",
  },
  en: {
    skip: "Skip to content",
    menu: "Main menu",
    way: "You are here",
    language: "Language",
    preview: "Preview: this version is not published.",
    fallback: "This page is not available in English yet.",
    missing: "There is no such page.",
    nearest: "This one may help:",
    unavailable: "The page cannot be reached at the moment. Please try again later.",
    when: "When",
    where: "Where",
    who: "Organised by",
    price: "Price",
    free: "Free of charge",
    signUp: "Register",
    tickets: "Buy tickets",
    programme: "Programme",
    partOf: "Part of",
    next: "Coming up",
    all: "All events",
    contact: "Contact",
    signatories: "Signed by",
    successor: "Successor",
    transcript: "Read the text",
    captions: "Captions",
    load: (provider: string) => `Watch at ${provider}`,
    map: "Show on the map",
    privacy: "Privacy",
    asOf: (year: number) => `as of ${year}`,
    inLanguage: (name: string) => ` (${name})`,
    places: (number: number) => `${number} places`,
    ages: (from?: number | null, to?: number | null) =>
      to == null ? `from age ${from}` : from == null ? `up to age ${to}` : `ages ${from} to ${to}`,
    adopted: "Adopted on",
    renewed: "Renewed on",
    member: "Member since",
    until: "Member until",
  },
};

const STATUSES = {
  de: {
    cancelled: "Abgesagt",
    postponed: "Verschoben",
    rescheduled: "Neuer Termin",
    "moved-online": "Findet online statt",
  },
  en: {
    cancelled: "Cancelled",
    postponed: "Postponed",
    rescheduled: "New date",
    "moved-online": "Takes place online",
  },
};

export type Words = (typeof WORDS)["de"];

export function wordsIn(locale: string): Words {
  return locale === "en" ? WORDS.en : WORDS.de;
}

/** Say the status of an event where visitors must know it; nothing where it takes place as planned. */
export function statusIn(locale: string, status: string): string {
  const statuses: Record<string, string> = locale === "en" ? STATUSES.en : STATUSES.de;
  return statuses[status] ?? "";
}

/** Name a language in the language of the reader. */
export function languageName(code: string, locale: string): string {
  return new Intl.DisplayNames([locale], { type: "language" }).of(code) ?? code;
}
