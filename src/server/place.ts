/** Where a server runs, as far as what to do there differs. */
export const PLACES = ['windows-app', 'windows-service', 'mac', 'linux', 'docker', 'nas', 'rented'] as const

export type Place = (typeof PLACES)[number]
