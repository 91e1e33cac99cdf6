/** What the files hold; the row types of all else follow from the models. */
import { schema } from 'millrace'

/** The moment of departure is text with slashes, `2001/01/31 06:05`. */
export const RawFlights = schema({
  date: 'string',
  delay: 'long',
  distance: 'long',
  origin: 'string',
  destination: 'string',
})

/** All text, and `NA` where nothing is known. */
export const RawAirports = schema({
  iata: 'string',
  name: 'string',
  city: 'string',
  state: 'string',
  country: 'string',
  latitude: 'string',
  longitude: 'string',
})

/** The states by the regions and divisions of the Census Bureau. */
export const States = schema({ state: 'string', name: 'string', region: 'string?', division: 'string?' })
