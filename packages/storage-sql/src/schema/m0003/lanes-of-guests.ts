/** The lanes of cancelled events that users are guests of, which the first schema left out. */
export const lanesOfGuests: readonly string[] = [
  `insert or ignore into kalends_lane
      select distinct tenant_id, user_id, lane from kalends_participation
      where lane between 512 and 767 or lane between 1024 and 1151`,
]
