// Generated from openapi/native.json: see test/documents.test.ts.

export interface paths {
    "/calendar/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description A page of the events in which the caller participates, each occurrence of a series by itself. All filters must hold.
         */
        get: operations["listEvents"];
        put?: never;
        /**
         * Create an event
         * @description The caller is the organizer and has accepted; everyone else is invited. With an `id` that the caller has used before, the stored event is the answer, and nobody is told.
         */
        post: operations["createEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/events/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count upcoming events
         * @description By local days; what has ended, is cancelled or was declined by the caller is not counted. What spans midnight counts in both days.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/events/{event_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get one event or one occurrence
         * @description For its participants; a cancelled one too.
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        /**
         * Cancel an event
         * @description Everyone is told. Cancelling a cancelled event does nothing.
         */
        delete: operations["cancelEvent"];
        options?: never;
        head?: never;
        /**
         * Change an event
         * @description A JSON Merge Patch (RFC 7396) by the organizer: what is left out stays, null removes, a list replaces the whole list. `CANCELLED` cancels; whoever is told is up to `participants_notification`. A series is changed with all its occurrences: those changed on their own move along.
         */
        patch: operations["patchEvent"];
        trace?: never;
    };
    "/calendar/events/{event_id}/occurrences/{recurrence_id}": {
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
         * Cancel one occurrence, or it and all that follow
         * @description Everyone is told. With `scope=following` the series ends before this occurrence; at the first one it is cancelled. Cancelling a cancelled occurrence does nothing.
         */
        delete: operations["cancelOccurrence"];
        options?: never;
        head?: never;
        /**
         * Change one occurrence, or it and all that follow
         * @description A JSON Merge Patch (RFC 7396) by the organizer. With `scope=this` it changes this occurrence alone, in `title`, `time_slot`, `location`, `body`, `attachments` and `status`; other fields are those of the whole series. With `scope=following` the series ends before this occurrence and goes on as a new event with the changes, which is the answer; at the first occurrence the series itself is changed.
         */
        patch: operations["patchOccurrence"];
        trace?: never;
    };
    "/calendar/events/{event_id}/rsvp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Answer an invitation
         * @description Sets the caller's own answer, to an event or to one occurrence of a series. It does not change the event's revision. For a live-session spot `ACCEPTED` takes a place, and every other answer gives it back.
         */
        put: operations["answerInvitation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/events/{event_id}/participants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite participants
         * @description By the organizer. Who participates already is left alone.
         */
        post: operations["inviteParticipants"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/events/{event_id}/participants/{user_id}": {
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
         * Uninvite a participant
         * @description By the organizer, who stays. Who does not participate is left alone.
         */
        delete: operations["uninviteParticipant"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/events/{event_id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an event's history
         * @description The domain events that made the event what it is, oldest first. For the organizer.
         */
        get: operations["getHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/events/{event_id}/explain": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Explain an event or an occurrence
         * @description The domain events that made it what it is, oldest first: of an occurrence, those that changed it alone or with its series, also with the series that was split before it. For the organizer.
         */
        get: operations["explainEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/freebusy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See when users are busy
         * @description Busy is what a user accepted; tentatively busy what is tentative, or not accepted yet. Declined and cancelled events take no time. For everyone of the tenant, about everyone.
         */
        get: operations["getFreeBusy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See what changed
         * @description What became of the caller's events since a token, silent updates included. With a window, only what is in it, was moved into it or out of it; a token is good for any window.
         */
        get: operations["getChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow the changes
         * @description Each change as it happens, none in silence. It goes on behind `Last-Event-ID`, or else behind `since`, without losing one; with neither it begins now.
         */
        get: operations["streamChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/calendar/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take in a fact
         * @description For a learning platform, with the scope `calendar:ingest`: the calendar events of live sessions and of their spots follow from facts. The same `id` again changes nothing.
         */
        post: operations["ingestFact"];
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
        /** CalendarEventList */
        CalendarEventList: {
            items: components["schemas"]["CalendarEventSummary"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** CalendarEventSummary */
        CalendarEventSummary: {
            /** @description Of the event; of the occurrence where it is one of a series. */
            id: string;
            /** @description Of an occurrence: the id of its series. Null for an event. */
            series_id: string | null;
            recurrence_id: string | null;
            calendar_id: string;
            title: string;
            /** @enum {string} */
            status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
            time_slot: components["schemas"]["TimeSlot"];
            location: string | null;
            show_participant_list: boolean;
            /** @description Of a series: the lines as they were written. Null for an occurrence. */
            recurrence: string[] | null;
            language: string | null;
            /** @enum {string} */
            visibility: "PARTICIPANTS" | "PUBLIC";
            /** @description How often the organizer changed the event, from 1. */
            revision: number;
            /** @description As RFC 5546 section 2.1.4 counts. */
            sequence: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            organizer: components["schemas"]["Organizer"];
            /**
             * @description The caller's own answer.
             * @enum {string}
             */
            rsvp_status: "ACCEPTED" | "DECLINED" | "TENTATIVE" | "NEEDS_ACTION";
            /** @description Null for all but the organizer where the list is hidden. */
            participants_count: number | null;
        };
        /** TimeSlot */
        TimeSlot: {
            /**
             * @description With the offset of the event's zone; a date when the event is all-day.
             * @example 2027-03-08T09:00:00-05:00
             * @example 2027-03-08
             */
            start: string;
            /** @description Not part of the event any more. */
            end: string;
            time_zone: string | null;
            all_day: boolean;
        };
        /** Organizer */
        Organizer: {
            user_id: string;
            name?: string;
            email?: string;
        };
        /** Pagination */
        Pagination: {
            next_cursor: string | null;
            prev_cursor: string | null;
            has_more: boolean;
        };
        /** Problem */
        Problem: {
            /** Format: uri */
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "VALIDATION_FAILED" | "EMPTY_PATCH" | "INVALID_TIME_RANGE" | "INVALID_RECURRENCE" | "OVERRIDES_LIMIT_EXCEEDED" | "UNBOUNDED_WINDOW" | "RECURRENCE_TOO_COSTLY" | "WINDOW_TOO_LONG" | "INVALID_CURSOR" | "PARTICIPANTS_USER_LIMIT_EXCEEDED" | "PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED" | "UNAUTHENTICATED" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "EVENT_CANCELLED" | "SPOT_FULL" | "SPOT_CLOSED" | "CURSOR_EXPIRED" | "SNAPSHOT_EXPIRED" | "REVISION_MISMATCH" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "IDEMPOTENCY_KEY_REUSED" | "INTERNAL" | "SERVICE_UNAVAILABLE";
            detail?: string;
            errors?: components["schemas"]["FieldError"][];
        };
        /** FieldError */
        FieldError: {
            /** @description A JSON Pointer into the body, or `/` and the name of a parameter or header. */
            pointer: string;
            detail: string;
        };
        /** NewCalendarEvent */
        NewCalendarEvent: {
            title: string;
            time_slot: components["schemas"]["NewTimeSlot"];
            /** @description Makes the create idempotent: when the caller already has an event of this id, it is the answer. Not `.`, `..`, `overview`, nor ending like an occurrence id. */
            id?: string;
            calendar_id?: string;
            /** @enum {string} */
            status?: "CONFIRMED" | "TENTATIVE";
            location?: string | null;
            body?: components["schemas"]["NewBody"] | null;
            attachments?: components["schemas"]["NewAttachment"][] | null;
            /** @description At most 500 distinct users and 10 distinct channels; channels that may not be assigned are skipped. */
            participants?: components["schemas"]["ParticipantRef"][];
            show_participant_list?: boolean;
            /** @enum {string} */
            visibility?: "PARTICIPANTS" | "PUBLIC";
            recurrence?: string[] | null;
        };
        /** NewTimeSlot */
        NewTimeSlot: {
            /**
             * @description A timestamp with an offset; with `time_zone` a local date-time; with `all_day` a date.
             * @example 2027-03-08T09:00:00-05:00
             * @example 2027-03-08T09:00:00
             * @example 2027-03-08
             */
            start: string;
            /**
             * @description A timestamp with an offset; with `time_zone` a local date-time; with `all_day` a date.
             * @example 2027-03-08T09:00:00-05:00
             * @example 2027-03-08T09:00:00
             * @example 2027-03-08
             */
            end: string;
            time_zone?: string | null;
            all_day?: boolean | null;
        };
        /** NewBody */
        NewBody: {
            /** @enum {string} */
            format: "PLAIN" | "HTML" | "DELTA";
            /** @description A text; for DELTA an object with a list of `ops`. */
            content: string | Record<string, never>;
        };
        /** NewAttachment */
        NewAttachment: {
            name: string;
            /**
             * Format: uri
             * @example https://files.example/agenda.pdf
             */
            url: string;
            mime_type?: string | null;
            size?: number | null;
        };
        /** ParticipantRef */
        ParticipantRef: {
            user_id: string;
        } | {
            channel_id: string;
        };
        /** CalendarEvent */
        CalendarEvent: {
            /** @description Of the event; of the occurrence where it is one of a series. */
            id: string;
            /** @description Of an occurrence: the id of its series. Null for an event. */
            series_id: string | null;
            recurrence_id: string | null;
            calendar_id: string;
            title: string;
            /** @enum {string} */
            status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
            time_slot: components["schemas"]["TimeSlot"];
            location: string | null;
            show_participant_list: boolean;
            /** @description Of a series: the lines as they were written. Null for an occurrence. */
            recurrence: string[] | null;
            language: string | null;
            /** @enum {string} */
            visibility: "PARTICIPANTS" | "PUBLIC";
            /** @description How often the organizer changed the event, from 1. */
            revision: number;
            /** @description As RFC 5546 section 2.1.4 counts. */
            sequence: number;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            updated_at: string;
            /** @description One entry for each format asked for. */
            body: components["schemas"]["Body"][] | null;
            attachments: components["schemas"]["Attachment"][];
            /** @description The organizer first. Where the list is hidden, others see only themselves and the organizer. */
            participants: components["schemas"]["Participant"][];
        };
        /** Body */
        Body: {
            /** @enum {string} */
            format: "PLAIN" | "HTML" | "DELTA";
            content: string | Record<string, never>;
        };
        /** Attachment */
        Attachment: {
            name: string;
            /**
             * Format: uri
             * @example https://files.example/agenda.pdf
             */
            url: string;
            mime_type?: string;
            /** @description In bytes. */
            size?: number;
        };
        /** Participant */
        Participant: {
            user_id: string;
            /** @enum {string} */
            rsvp_status: "ACCEPTED" | "DECLINED" | "TENTATIVE" | "NEEDS_ACTION";
            is_organizer: boolean;
            name?: string;
            email?: string;
            /**
             * Format: date-time
             * @description When the answer that holds was given.
             */
            responded_at?: string;
        };
        /** Overview */
        Overview: {
            today: number;
            tomorrow: number;
            /** @description Today and the six days after it. */
            next_seven_days: number;
        };
        /** CalendarEventPatch */
        CalendarEventPatch: {
            title?: string;
            time_slot?: components["schemas"]["TimeSlotPatch"];
            location?: string | null;
            body?: components["schemas"]["BodyPatch"] | null;
            attachments?: components["schemas"]["NewAttachment"][] | null;
            /** @enum {string} */
            status?: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
            show_participant_list?: boolean;
            /** @enum {string} */
            visibility?: "PARTICIPANTS" | "PUBLIC";
            calendar_id?: string;
            recurrence?: string[] | null;
            /**
             * @default UPDATE_NOTIFICATION
             * @enum {string}
             */
            participants_notification?: "NO_NOTIFICATION" | "UPDATE_NOTIFICATION" | "RESET_NOTIFICATION";
        };
        /** TimeSlotPatch */
        TimeSlotPatch: {
            /**
             * @description A timestamp with an offset; with `time_zone` a local date-time; with `all_day` a date.
             * @example 2027-03-08T09:00:00-05:00
             * @example 2027-03-08T09:00:00
             * @example 2027-03-08
             */
            start?: string;
            /**
             * @description A timestamp with an offset; with `time_zone` a local date-time; with `all_day` a date.
             * @example 2027-03-08T09:00:00-05:00
             * @example 2027-03-08T09:00:00
             * @example 2027-03-08
             */
            end?: string;
            time_zone?: string | null;
            all_day?: boolean | null;
        };
        /** BodyPatch */
        BodyPatch: {
            /** @enum {string} */
            format?: "PLAIN" | "HTML" | "DELTA";
            /** @description A text; for DELTA an object with a list of `ops`. */
            content?: string | Record<string, never>;
        };
        /** Rsvp */
        Rsvp: {
            /** @enum {string} */
            rsvp_status: "ACCEPTED" | "DECLINED" | "TENTATIVE" | "NEEDS_ACTION";
            comment?: string | null;
            /** @description Answers to this occurrence of a series alone; left out or null, to all that were not answered on their own. */
            recurrence_id?: string | null;
        };
        /** Invitation */
        Invitation: {
            /** @description At most 500 distinct users and 10 distinct channels; channels that may not be assigned are skipped. */
            participants: components["schemas"]["ParticipantRef"][];
        };
        /** History */
        History: {
            items: components["schemas"]["HistoryItem"][];
            pagination: components["schemas"]["Pagination"];
        };
        /** HistoryItem */
        HistoryItem: {
            /**
             * @description The domain event's name.
             * @enum {string}
             */
            type: "Created" | "Retitled" | "Rescheduled" | "Relocated" | "Described" | "AttachmentsReplaced" | "ParticipantListShown" | "ParticipantListHidden" | "VisibilityChanged" | "Refiled" | "Confirmed" | "MadeTentative" | "Cancelled" | "ParticipantsInvited" | "ParticipantsUninvited" | "RsvpsReset" | "UpdateAnnounced" | "Answered" | "LanguageDetected" | "RecurrenceChanged" | "SeriesMoved" | "ExceptionsDropped" | "OccurrenceRetitled" | "OccurrenceMoved" | "OccurrenceRelocated" | "OccurrenceDescribed" | "OccurrenceAttachmentsReplaced" | "OccurrenceConfirmed" | "OccurrenceMadeTentative" | "OccurrenceCancelled" | "OccurrenceAnswered" | "OccurrenceRsvpsReset" | "SeriesSplit" | "SeriesTruncated" | "SplitOff" | "Imported" | "Classified" | "ImportCancelled";
            /** @description Counts the event's own history from 1. */
            version: number;
            /** @description In the tenant's log. */
            position: number;
            /** Format: date-time */
            recorded_at: string;
            /** @description Who caused it: a user id, or `system:` and a name. */
            actor: string;
            /** @description What the domain event says, by its type. */
            data: Record<string, never>;
        };
        /** Explanation */
        Explanation: {
            items: components["schemas"]["HistoryItem"][];
        };
        /** FreeBusy */
        FreeBusy: {
            items: components["schemas"]["UserFreeBusy"][];
        };
        /** UserFreeBusy */
        UserFreeBusy: {
            user_id: string;
            /** @description By start, none overlapping. Empty for a user who is not known. */
            busy: components["schemas"]["BusyInterval"][];
        };
        /** BusyInterval */
        BusyInterval: {
            /**
             * Format: date-time
             * @example 2027-03-08T09:00:00+01:00
             */
            start: string;
            /**
             * Format: date-time
             * @description Not part of the interval any more.
             * @example 2027-03-08T09:00:00+01:00
             */
            end: string;
            /** @enum {string} */
            type: "BUSY" | "BUSY_TENTATIVE";
        };
        /** Changes */
        Changes: {
            /** @description Each event once, by its last change; oldest first. */
            items: components["schemas"]["Change"][];
            /** @description To be sent as `since` next time. */
            next_token: string;
            /** @description Whether to ask again at once: there may be more, though there were no items. */
            has_more: boolean;
        };
        /** Change */
        Change: {
            /**
             * @description REMOVED: the caller no longer participates. ENTERED, LEFT: it was moved into or out of the window asked for.
             * @enum {string}
             */
            type: "CREATED" | "UPDATED" | "CANCELLED" | "REMOVED" | "ENTERED" | "LEFT";
            /** @description Of the event. */
            id: string;
            event?: components["schemas"]["CalendarEvent"];
        };
        /** Fact */
        Fact: {
            /** @enum {string} */
            type: "LiveSessionScheduled";
            id: string;
            liveSessionId: string;
            title: string;
            /** Format: date-time */
            start: string;
            /** Format: date-time */
            end: string;
            learners: string[];
            trainingId?: string;
        } | {
            /** @enum {string} */
            type: "LiveSessionCancelled";
            id: string;
            liveSessionId: string;
        } | {
            /** @enum {string} */
            type: "BucketPublished";
            id: string;
            bucketId: string;
            trainingId: string;
            title: string;
            spots: {
                spotId: string;
                /** Format: date-time */
                start: string;
                /** Format: date-time */
                end: string;
                capacity: number;
            }[];
        } | {
            /** @enum {string} */
            type: "SpotWithdrawn";
            id: string;
            bucketId: string;
            spotId: string;
        } | {
            /** @enum {string} */
            type: "TrainingStarted";
            id: string;
            trainingId: string;
            learnerId: string;
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
    listEvents: {
        parameters: {
            query?: {
                /** @description Events that start at this moment or after it. */
                start_after?: string;
                /** @description Events that start at this moment or before it. */
                start_before?: string;
                /** @description Events that end after this moment. */
                end_after?: string;
                /** @description Events that end before this moment. */
                end_before?: string;
                /** @description The caller's own answer is one of these. */
                rsvp_status?: ("ACCEPTED" | "DECLINED" | "TENTATIVE" | "NEEDS_ACTION")[];
                /** @description The cancelled events that the caller organizes, instead of those that take place. */
                status?: "CANCELLED";
                /** @description By start; START_DATE_ASC when left out. A cursor carries its own. */
                order_by?: "START_DATE_ASC" | "START_DATE_DESC";
                /** @description Where all-day events are compared and sorted; default UTC. */
                time_zone?: string;
                /** @description Whether each occurrence of a series is an item; default true. */
                expand?: "true" | "false";
                /** @description Points at the first item of the page. Filters may be left out beside it, or must be the same. */
                page_cursor?: string;
                /** @description How many items at most; default 50. */
                page_limit?: number;
                /** @description Reads as things were: at an instant, or right after a position of the log. */
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
                    "application/json": components["schemas"]["CalendarEventList"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `UNBOUNDED_WINDOW`: The listing has no end to begin from. `RECURRENCE_TOO_COSTLY`: An event of the time range recurs too seldom. `INVALID_CURSOR`: The cursor does not belong to this request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "UNBOUNDED_WINDOW" | "RECURRENCE_TOO_COSTLY" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `CURSOR_EXPIRED`: The cursor has expired. `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "CURSOR_EXPIRED" | "SNAPSHOT_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    createEvent: {
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
                "application/json": components["schemas"]["NewCalendarEvent"];
            };
        };
        responses: {
            /** @description The event, which had been created before. */
            200: {
                headers: {
                    /** @description The event's revision in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description The event, created. */
            201: {
                headers: {
                    /** @description The event's revision in quotes. */
                    ETag?: string;
                    /** @description Where the event is. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `INVALID_TIME_RANGE`: The end is before the start. `INVALID_RECURRENCE`: The recurrence cannot be kept. `PARTICIPANTS_USER_LIMIT_EXCEEDED`: Too many users are listed. `PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED`: Too many channels are listed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "INVALID_TIME_RANGE" | "INVALID_RECURRENCE" | "PARTICIPANTS_USER_LIMIT_EXCEEDED" | "PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getOverview: {
        parameters: {
            query: {
                /** @description Whose local days are counted. */
                time_zone: string;
                /** @description Reads as things were: at an instant, or right after a position of the log. */
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `RECURRENCE_TOO_COSTLY`: An event of the time range recurs too seldom. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "RECURRENCE_TOO_COSTLY";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SNAPSHOT_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: {
                /** @description The formats of the body; all when none is named. */
                body_format?: ("PLAIN" | "HTML" | "DELTA")[];
                /** @description Reads as things were: at an instant, or right after a position of the log. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The id of the event, or of an occurrence of a series. */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The event, or the occurrence. */
            200: {
                headers: {
                    /** @description The event's revision in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SNAPSHOT_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    cancelEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH. */
                "If-Match"?: string;
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the event. */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `REVISION_MISMATCH`: The event has another revision. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "REVISION_MISMATCH";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    patchEvent: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH. */
                "If-Match"?: string;
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the event. */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CalendarEventPatch"];
                "application/json": components["schemas"]["CalendarEventPatch"];
            };
        };
        responses: {
            /** @description The event as it is now. */
            200: {
                headers: {
                    /** @description The event's revision in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `EMPTY_PATCH`: The patch asks for nothing. `INVALID_TIME_RANGE`: The end is before the start. `INVALID_RECURRENCE`: The recurrence cannot be kept. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "EMPTY_PATCH" | "INVALID_TIME_RANGE" | "INVALID_RECURRENCE";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `EVENT_CANCELLED`: The event is cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "EVENT_CANCELLED";
                    };
                };
            };
            /** @description `REVISION_MISMATCH`: The event has another revision. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "REVISION_MISMATCH";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    cancelOccurrence: {
        parameters: {
            query?: {
                /** @description Whether the change is for this occurrence alone, or for all that follow it too; default `this`. */
                scope?: "this" | "following";
            };
            header?: {
                /** @description Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH. */
                "If-Match"?: string;
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the event. */
                event_id: string;
                /** @description Which occurrence: its start before it was moved, like `20270308T140000Z`; like `20270308` when the series is all-day. */
                recurrence_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `OVERRIDES_LIMIT_EXCEEDED`: Too many occurrences differ from their series. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "OVERRIDES_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `EVENT_CANCELLED`: The event is cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "EVENT_CANCELLED";
                    };
                };
            };
            /** @description `REVISION_MISMATCH`: The event has another revision. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "REVISION_MISMATCH";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    patchOccurrence: {
        parameters: {
            query?: {
                /** @description Whether the change is for this occurrence alone, or for all that follow it too; default `this`. */
                scope?: "this" | "following";
            };
            header?: {
                /** @description Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH. */
                "If-Match"?: string;
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the event. */
                event_id: string;
                /** @description Which occurrence: its start before it was moved, like `20270308T140000Z`; like `20270308` when the series is all-day. */
                recurrence_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["CalendarEventPatch"];
                "application/json": components["schemas"]["CalendarEventPatch"];
            };
        };
        responses: {
            /** @description The occurrence as it is now; with `scope=following` the new series. */
            200: {
                headers: {
                    /** @description The event's revision in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `EMPTY_PATCH`: The patch asks for nothing. `INVALID_TIME_RANGE`: The end is before the start. `INVALID_RECURRENCE`: The recurrence cannot be kept. `OVERRIDES_LIMIT_EXCEEDED`: Too many occurrences differ from their series. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "EMPTY_PATCH" | "INVALID_TIME_RANGE" | "INVALID_RECURRENCE" | "OVERRIDES_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `EVENT_CANCELLED`: The event is cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "EVENT_CANCELLED";
                    };
                };
            };
            /** @description `REVISION_MISMATCH`: The event has another revision. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "REVISION_MISMATCH";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    answerInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH. */
                "If-Match"?: string;
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the event. */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Rsvp"];
            };
        };
        responses: {
            /** @description The event, or the occurrence, with the answer. */
            200: {
                headers: {
                    /** @description The event's revision in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `OVERRIDES_LIMIT_EXCEEDED`: Too many occurrences differ from their series. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "OVERRIDES_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `EVENT_CANCELLED`: The event is cancelled. `SPOT_FULL`: The spot is fully booked. `SPOT_CLOSED`: The spot is not offered any more. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "EVENT_CANCELLED" | "SPOT_FULL" | "SPOT_CLOSED";
                    };
                };
            };
            /** @description `REVISION_MISMATCH`: The event has another revision. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "REVISION_MISMATCH";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    inviteParticipants: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH. */
                "If-Match"?: string;
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the event. */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description The event with its participants. */
            200: {
                headers: {
                    /** @description The event's revision in quotes. */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarEvent"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `PARTICIPANTS_USER_LIMIT_EXCEEDED`: Too many users are listed. `PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED`: Too many channels are listed. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "PARTICIPANTS_USER_LIMIT_EXCEEDED" | "PARTICIPANTS_CHANNEL_LIMIT_EXCEEDED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `EVENT_CANCELLED`: The event is cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "EVENT_CANCELLED";
                    };
                };
            };
            /** @description `REVISION_MISMATCH`: The event has another revision. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "REVISION_MISMATCH";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    uninviteParticipant: {
        parameters: {
            query?: never;
            header?: {
                /** @description Entity tags of the revisions that may be changed; any other is REVISION_MISMATCH. */
                "If-Match"?: string;
                /** @description The same key with the same request again does nothing and gives the first result. */
                "Idempotency-Key"?: string;
            };
            path: {
                /** @description The id of the event. */
                event_id: string;
                /** @description The participant. */
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
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
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `EVENT_CANCELLED`: The event is cancelled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "EVENT_CANCELLED";
                    };
                };
            };
            /** @description `REVISION_MISMATCH`: The event has another revision. */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "REVISION_MISMATCH";
                    };
                };
            };
            /** @description `IDEMPOTENCY_KEY_REUSED`: The key was used for another request. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "IDEMPOTENCY_KEY_REUSED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getHistory: {
        parameters: {
            query?: {
                /** @description Points at the first item of the page. */
                page_cursor?: string;
                /** @description How many items at most; default 50. */
                page_limit?: number;
                /** @description Reads as things were: at an instant, or right after a position of the log. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The id of the event. */
                event_id: string;
            };
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
                    "application/json": components["schemas"]["History"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `INVALID_CURSOR`: The cursor does not belong to this request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `CURSOR_EXPIRED`: The cursor has expired. `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "CURSOR_EXPIRED" | "SNAPSHOT_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    explainEvent: {
        parameters: {
            query?: {
                /** @description Reads as things were: at an instant, or right after a position of the log. */
                as_of?: string;
            };
            header?: never;
            path: {
                /** @description The id of the event, or of an occurrence of a series. */
                event_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `NOT_FOUND`: There is no such thing, or not for the caller. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "NOT_FOUND";
                    };
                };
            };
            /** @description `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SNAPSHOT_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getFreeBusy: {
        parameters: {
            query: {
                /** @description Whose time; repeated for several users. At most 50 distinct ones. */
                user_id: string[];
                /** @description From when on. */
                start: string;
                /** @description Until when; after `start`. */
                end: string;
                /** @description Where all-day events lie, and whose offset the answer has; default UTC. */
                time_zone?: string;
                /** @description Reads as things were: at an instant, or right after a position of the log. */
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One item for each user. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreeBusy"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `INVALID_TIME_RANGE`: The end is before the start. `WINDOW_TOO_LONG`: The time range is too long. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "INVALID_TIME_RANGE" | "WINDOW_TOO_LONG";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SNAPSHOT_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    getChanges: {
        parameters: {
            query?: {
                /** @description From when on; left out to be given a token and no items. */
                since?: string;
                /** @description Events that start at this moment or after it. */
                start_after?: string;
                /** @description Events that start at this moment or before it. */
                start_before?: string;
                /** @description Events that end after this moment. */
                end_after?: string;
                /** @description Events that end before this moment. */
                end_before?: string;
                /** @description Where all-day events are compared; default UTC. */
                time_zone?: string;
                /** @description The formats of the bodies; all when none is named. */
                body_format?: ("PLAIN" | "HTML" | "DELTA")[];
                /** @description How many changed events of the tenant to look at, at most; default 50. */
                page_limit?: number;
                /** @description Up to an instant or a position of the log; without `since`, the token is of that moment. */
                as_of?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes, and a token. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Changes"];
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `INVALID_CURSOR`: The cursor does not belong to this request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `SNAPSHOT_EXPIRED`: That moment can no longer be read. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SNAPSHOT_EXPIRED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    streamChanges: {
        parameters: {
            query?: {
                /** @description A token of the changes; `Last-Event-ID` wins over it. */
                since?: string;
                /** @description The formats of the bodies; all when none is named. */
                body_format?: ("PLAIN" | "HTML" | "DELTA")[];
            };
            header?: {
                /** @description The id of the last message that came; the stream goes on behind it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description For ever. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description `VALIDATION_FAILED`: The request is not valid. `INVALID_CURSOR`: The cursor does not belong to this request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED" | "INVALID_CURSOR";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
    ingestFact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Fact"];
            };
        };
        responses: {
            /** @description Taken in, now or before. */
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
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "VALIDATION_FAILED";
                    };
                };
            };
            /** @description `UNAUTHENTICATED`: Valid credentials are required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNAUTHENTICATED";
                    };
                };
            };
            /** @description `FORBIDDEN`: Only the organizer may do this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "FORBIDDEN";
                    };
                };
            };
            /** @description `PAYLOAD_TOO_LARGE`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "PAYLOAD_TOO_LARGE";
                    };
                };
            };
            /** @description `UNSUPPORTED_MEDIA_TYPE`: The body is of a kind that is not read here. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "UNSUPPORTED_MEDIA_TYPE";
                    };
                };
            };
            /** @description `INTERNAL`: Something went wrong. */
            500: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "INTERNAL";
                    };
                };
            };
            /** @description `SERVICE_UNAVAILABLE`: The service cannot answer now. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {unknown} */
                        code?: "SERVICE_UNAVAILABLE";
                    };
                };
            };
        };
    };
}
