// Generated from openapi/salesloft.json: see test/documents.test.ts.

export interface paths {
    "/v2/calendar/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calendar events
         * @description Single events, series and changed occurrences of series, cancelled ones too. Pages drift while others write, unless all are read as of one moment.
         */
        get: operations["listCalendarEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** CalendarEvents */
        CalendarEvents: {
            metadata: components["schemas"]["Metadata"];
            data: components["schemas"]["CalendarEventRecord"][];
        };
        /** Metadata */
        Metadata: {
            /** @description The filters that were sent. */
            filtering: {
                /**
                 * Format: date-time
                 * @example 2024-06-27T22:15:58.276000Z
                 */
                start_time?: string;
                /**
                 * Format: date-time
                 * @example 2024-06-27T22:15:58.276000Z
                 */
                end_time?: string;
                user_guid?: string;
            };
            paging: {
                per_page: number;
                current_page: number;
                next_page: number | null;
                prev_page: number | null;
                total_pages?: number;
                total_count?: number;
            };
            sorting: {
                /** @enum {string} */
                sort_by: "start_time";
                /** @enum {string} */
                sort_direction: "ASC" | "DESC";
            };
        };
        /** CalendarEventRecord */
        CalendarEventRecord: {
            /** @description Whose calendar it is in. */
            user_guid: string;
            /**
             * Format: date-time
             * @example 2024-06-27T22:15:58.276000Z
             */
            updated_at: string;
            title: string;
            tenant_id: number | string;
            /**
             * @description Empty for an event imported from elsewhere than Google.
             * @enum {string}
             */
            status: "confirmed" | "tentative" | "cancelled" | "";
            /**
             * Format: date-time
             * @description Inclusive.
             * @example 2024-06-27T22:15:58.276000Z
             */
            start_time: string;
            /** @description Of a series, and of its occurrences. */
            recurring: boolean;
            /** @description Null for an event made here. */
            provider: string | null;
            /** @description An email address. */
            organizer: string | null;
            location: string | null;
            /** @description When the last occurrence of the series starts; null without an end. */
            last_occurrence_at: string | null;
            /** @description The provider's, where the event was imported. */
            id: string;
            i_cal_uid: string | null;
            html_link: string | null;
            extended_properties: Record<string, never>;
            /**
             * Format: date-time
             * @description Exclusive.
             * @example 2024-06-27T22:15:58.276000Z
             */
            end_time: string;
            description: string | null;
            /** @description An email address. */
            creator: string | null;
            /**
             * Format: date-time
             * @example 2024-06-27T22:15:58.276000Z
             */
            created_at: string;
            /** @description `url` where a call is known. */
            conference_data: Record<string, never>;
            canceled_at: string | null;
            calendar_id: string;
            busy: boolean;
            /** @description Of events imported from Microsoft. */
            body_html: string | null;
            attendees: components["schemas"]["CalendarEventAttendee"][];
            all_day: boolean;
            /**
             * @description Only of a series.
             * @enum {string}
             */
            recurring_interval?: "Daily" | "Weekly" | "Monthly" | "Yearly";
            /** @description Lines of iCalendar. Only of a series. */
            recurrence?: string[];
        };
        /** CalendarEventAttendee */
        CalendarEventAttendee: {
            /** @description Whether the status ever changed. */
            status_changed: boolean;
            /** @enum {string} */
            status: "needsAction" | "accepted" | "declined" | "tentative";
            organizer: boolean;
            name: string | null;
            email: string | null;
            /** @description When they were removed. */
            deleted_at: string | null;
        };
        /** Errors */
        Errors: {
            /** @description By parameter; `base` is the request as a whole. */
            errors: {
                [key: string]: string[];
            };
        };
        /** Error */
        Error: {
            error: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listCalendarEvents: {
        parameters: {
            query?: {
                /** @description How many records a page has; default 25. */
                per_page?: number;
                /** @description The page to fetch, from 1, which is the default. Times per_page at most 10000. */
                page?: number;
                /** @description Whether the metadata has total_pages and total_count; default false. */
                include_paging_counts?: "true" | "false";
                /** @description Default start_time. */
                sort_by?: "start_time";
                /** @description Default DESC. */
                sort_direction?: "ASC" | "DESC";
                /** @description Lower bound (inclusive) for an event's end time. */
                start_time?: string;
                /** @description Upper bound (exclusive) for an event's start time. */
                end_time?: string;
                /** @description Who created the event or is a guest of it; default the caller. Anyone else needs the scope calendar:read:any. */
                user_guid?: string;
                /** @description Whether each occurrence of a series is a record; then both bounds are required. Default false. */
                expand?: "true" | "false";
                /** @description Reads as things were: at an instant, or right after a position of the log. Pages of one moment do not drift. */
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvents"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `RECURRENCE_TOO_COSTLY`: An event of the time range recurs too seldom. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Errors"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
        };
    };
}
