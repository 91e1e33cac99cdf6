/** What the tables hold: one place to look, and the row types of every task. */
import { schema } from 'millrace'

/** As the file has them: the moment of departure is text with slashes, `2001/01/31 06:05`. */
export const RawFlights = schema({
  date: 'string',
  delay: 'long',
  distance: 'long',
  origin: 'string',
  destination: 'string',
})

/** As the file has them: all text, and `NA` where nothing is known. */
export const RawAirports = schema({
  iata: 'string',
  name: 'string',
  city: 'string',
  state: 'string',
  country: 'string',
  latitude: 'string',
  longitude: 'string',
})

export const Flights = schema({
  departed_at: 'timestamp',
  day: 'date',
  origin: 'string',
  destination: 'string',
  delay_minutes: 'int',
  distance_miles: 'int',
})

export const Airports = schema({
  iata: 'string',
  airport: 'string',
  city: 'string?',
  state: 'string?',
  latitude: 'double',
  longitude: 'double',
})

/** A flight with where it began and ended. */
export const Legs = schema({
  day: 'date',
  origin: 'string',
  origin_city: 'string?',
  origin_state: 'string?',
  destination: 'string',
  destination_city: 'string?',
  delay_minutes: 'int',
  distance_miles: 'int',
  late: 'boolean',
})

/** Counts and sums, no means: whoever adds days up needs those. */
export const StateDays = schema({ state: 'string', day: 'date', flights: 'long', late: 'long', minutes: 'long?' })

export const Routes = schema({
  origin: 'string',
  destination: 'string',
  flights: 'long',
  miles: 'long?',
  mean_delay: 'double?',
})

export const AirportDelays = schema({
  iata: 'string',
  city: 'string?',
  state: 'string?',
  flights: 'long',
  late_share: 'double?',
})

export const WorstAirports = schema({
  state: 'string?',
  place: 'int',
  iata: 'string',
  city: 'string?',
  late_share: 'double?',
})

export const StateTrends = schema({
  state: 'string',
  day: 'date',
  mean_delay: 'double?',
  week_mean: 'double?',
  change: 'double?',
})
