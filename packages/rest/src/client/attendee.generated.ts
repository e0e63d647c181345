// Generated from openapi/attendee.json: see test/documents.test.ts.

export interface paths {
    "/api/v1/calendar_events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calendar events
         * @description A page of 100 events of all calendars, deleted ones too, each occurrence of a series by itself. All filters must hold.
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
    "/api/v1/bots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Schedule a bot
         * @description A bot that joins a call at a time. With an event it moves when the event moves, and is deleted when the event is cancelled, as long as it has not begun to join.
         */
        post: operations["createBot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/bots/{bot_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a bot
         * @description Where it is, and how its recording and its transcription have come along.
         */
        get: operations["getBot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhooks
         * @description All of them, the last one last, without their secrets.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook
         * @description It is told what happens from now on, by signed messages. Its secret is in this answer only.
         */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a webhook
         * @description Nothing more is sent to it, also not what was waiting.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/dead_letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what could not be sent
         * @description The oldest 100 messages that were tried too often. They stay until they are sent again.
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/webhooks/{webhook_id}/dead_letters/{message_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a message again
         * @description Under the same `webhook-id`, with a timestamp of its own, and as often as a new one where that fails.
         */
        post: operations["replayDeadLetter"];
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
        /** PaginatedCalendarEventList */
        PaginatedCalendarEventList: {
            next: string | null;
            previous: string | null;
            results: components["schemas"]["CalendarEvent"][];
        };
        /** CalendarEvent */
        CalendarEvent: {
            id: string;
            calendar_id: string;
            platform_uuid: string;
            meeting_url: string | null;
            name: string;
            start_time: string;
            end_time: string;
            is_deleted: boolean;
            attendees: {
                email: string | null;
                name: string | null;
            }[];
            ical_uid: string | null;
            raw: unknown;
            bots: components["schemas"]["Bot"][];
            created_at: string;
            updated_at: string;
        };
        /** Bot */
        Bot: {
            id: string;
            metadata: Record<string, never>;
            meeting_url: string;
            /** @enum {string} */
            state: "scheduled" | "joining" | "joined_not_recording" | "joined_recording" | "leaving" | "ended" | "fatal_error";
            events: {
                created_at: string;
                /** @enum {string} */
                old_state: "scheduled" | "joining" | "joined_not_recording" | "joined_recording" | "leaving" | "ended" | "fatal_error";
                /** @enum {string} */
                new_state: "scheduled" | "joining" | "joined_not_recording" | "joined_recording" | "leaving" | "ended" | "fatal_error";
                reason: string | null;
            }[];
            /** @enum {string} */
            transcription_state: "not_started" | "in_progress" | "complete" | "failed";
            /** @enum {string} */
            recording_state: "not_started" | "in_progress" | "complete" | "failed";
            join_at: string;
        };
        /** Error */
        Error: {
            error: string;
        };
        /** Detail */
        Detail: {
            detail: string;
        };
        /** NewBot */
        NewBot: {
            meeting_url?: string | null;
            event_id?: string | null;
            join_at?: string | null;
            metadata?: Record<string, never> | null;
        };
        /** NewWebhook */
        NewWebhook: {
            /**
             * Format: uri
             * @example https://example.com/hook
             */
            url: string;
            triggers: ("calendar.events_update" | "calendar.state_change")[];
        };
        /** CreatedWebhook */
        CreatedWebhook: {
            /** @example webhook_01980a3c-7c1e-7a52-b6d1-2f4f7e1c9d10 */
            id: string;
            url: string;
            triggers: ("calendar.events_update" | "calendar.state_change")[];
            /** @description False when its receiver said that it is gone. */
            is_active: boolean;
            /** @description While it is true, changes are told together once a message arrives. */
            is_failing: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * @description What messages are signed with, as Standard Webhooks write it.
             * @example whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
             */
            secret: string;
        };
        /** WebhookList */
        WebhookList: {
            results: components["schemas"]["Webhook"][];
        };
        /** Webhook */
        Webhook: {
            /** @example webhook_01980a3c-7c1e-7a52-b6d1-2f4f7e1c9d10 */
            id: string;
            url: string;
            triggers: ("calendar.events_update" | "calendar.state_change")[];
            /** @description False when its receiver said that it is gone. */
            is_active: boolean;
            /** @description While it is true, changes are told together once a message arrives. */
            is_failing: boolean;
            /** Format: date-time */
            created_at: string;
        };
        /** DeadLetterList */
        DeadLetterList: {
            results: components["schemas"]["DeadLetter"][];
        };
        /** DeadLetter */
        DeadLetter: {
            /** @description The `webhook-id` that it is sent with. */
            id: string;
            attempts: number;
            /** @description What the last attempt came to. */
            reason: string;
            /** Format: date-time */
            created_at: string;
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
                /** @description Events of the calendar with this key. */
                calendar_deduplication_key?: string;
                /** @description Events of this calendar. */
                calendar_id?: string;
                /** @description Events that were changed since a webhook was told so: its `change_token`. */
                change_token?: string;
                /** @description From `next` or `previous`. Opaque; empty for the first page. */
                cursor?: string;
                /** @description Events that end at this moment or before it. */
                end_time_lte?: string;
                /** @description This event, this occurrence, or all occurrences of this series. */
                event_id?: string;
                /** @description What rows are sorted by; with `-` descending. Default: -updated_at. */
                ordering?: "-updated_at" | "updated_at" | "start_time" | "-start_time" | "end_time" | "-end_time" | "created_at" | "-created_at";
                /** @description Events that start at this moment or after it. */
                start_time_gte?: string;
                /** @description Deprecated: the same as updated_at_gte, which wins. */
                updated_after?: string;
                /** @description Events that were updated at this moment or after it. */
                updated_at_gte?: string;
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
                    "application/json": components["schemas"]["PaginatedCalendarEventList"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `RECURRENCE_TOO_COSTLY`: An event of the time range recurs too seldom. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INVALID_CURSOR`: The cursor does not belong to this request. `CURSOR_EXPIRED`: The cursor has expired. `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    createBot: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBot"];
            };
        };
        responses: {
            /** @description The bot, scheduled. */
            201: {
                headers: {
                    /** @description Where the event is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bot"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    getBot: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The bot. */
                bot_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bot. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Bot"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The webhooks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookList"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The webhook and its secret. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                webhook_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The messages. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterList"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
    replayDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                webhook_id: string;
                /** @description The id of the message. */
                message_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is sent in a moment. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Error"];
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Detail"];
                };
            };
        };
    };
}
