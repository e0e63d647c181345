/** The stream of a training: who started it, and who took which of its spots. */
export const trainingStream = (trainingId: string): string => `training/${trainingId}`

/** The stream of a bucket: which training it belongs to, and what was withdrawn of it. */
export const bucketStream = (bucketId: string): string => `bucket/${bucketId}`

/** The stream of a live session. */
export const sessionStream = (liveSessionId: string): string => `session/${liveSessionId}`
