export const redisServer: () => string | null;
export const debianPostgresPrograms: () => string | null;
