import { findDates } from '../vietnamese/dates.ts'
import { readOnce } from './read-once.ts'

/** The dates of a sentence: events, deadlines and citations all ask for them. */
export const datesIn = readOnce((text) => findDates(text))
