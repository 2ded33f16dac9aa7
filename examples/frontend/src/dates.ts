import type { DateShape } from "@univercity-bochum/client";

const ONLY_A_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Write one end of a date: a day, or a day and a time where the API knows it. */
function written(moment: string, locale: string, timeZone: string): string {
  const day = { weekday: "short", day: "numeric", month: "long", year: "numeric" } as const;
  if (ONLY_A_DAY.test(moment)) {
    return new Intl.DateTimeFormat(locale, { ...day, timeZone: "UTC" }).format(new Date(moment));
  }
  const time = { hour: "numeric", minute: "2-digit" } as const;
  return new Intl.DateTimeFormat(locale, { ...day, ...time, timeZone }).format(new Date(moment));
}

/** Write a date of an event from start to end, in the zone in which it takes place. */
export function periodOf(date: DateShape, locale: string): string {
  const start = written(date.start, locale, date.time_zone);
  if (!date.end || date.end === date.start) return start;
  return `${start} – ${written(date.end, locale, date.time_zone)}`;
}

/** Write a moment or a day for which no zone is given, in that of the network. */
export function dayOf(moment: string, locale: string): string {
  return written(moment, locale, "Europe/Berlin");
}
