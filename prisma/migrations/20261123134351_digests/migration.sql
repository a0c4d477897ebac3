-- CreateEnum
CREATE TYPE "holiday_rule" AS ENUM ('skip', 'before', 'after');

-- CreateEnum
CREATE TYPE "digest_projects" AS ENUM ('all', 'some', 'mine');

-- CreateEnum
CREATE TYPE "digest_state" AS ENUM ('waiting', 'claimed', 'posting', 'sent', 'skipped', 'failed', 'unknown');

-- CreateEnum
CREATE TYPE "digest_thread" AS ENUM ('none', 'pending', 'complete', 'incomplete');

-- CreateTable
CREATE TABLE "digest_subscription" (
    "id" UUID NOT NULL,
    "request_key" TEXT NOT NULL,
    "channel_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "projects" "digest_projects" NOT NULL,
    "project_numbers" INTEGER[],
    "weekdays" INTEGER[],
    "time" CHAR(5) NOT NULL,
    "time_zone" TEXT NOT NULL,
    "weeks_ahead" INTEGER NOT NULL,
    "holiday_rule" "holiday_rule" NOT NULL,
    "local_closing_days" TEXT[],
    "include" TEXT[],
    "language" TEXT NOT NULL,
    "owner_id" TEXT NOT NULL,
    "confirmed_shared" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "next_run_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "paused_because" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_occurrence" (
    "id" UUID NOT NULL,
    "subscription_id" UUID NOT NULL,
    "period_key" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "span_first" DATE NOT NULL,
    "span_last" DATE NOT NULL,
    "moved_from" DATE,
    "because" JSONB,
    "by_hand" BOOLEAN NOT NULL DEFAULT false,
    "state" "digest_state" NOT NULL,
    "reason" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "channel_id" TEXT,
    "posted_at" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL DEFAULT false,
    "message_ts" TEXT,
    "thread" "digest_thread" NOT NULL DEFAULT 'none',
    "untold" TEXT,
    "tell_not_before" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "digest_occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "digest_pace" (
    "scope" TEXT NOT NULL,
    "next_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "digest_pace_pkey" PRIMARY KEY ("scope")
);

-- CreateIndex
CREATE UNIQUE INDEX "digest_subscription_request_key_key" ON "digest_subscription"("request_key");

-- CreateIndex
CREATE INDEX "digest_subscription_next_run_at_idx" ON "digest_subscription"("next_run_at");

-- CreateIndex
CREATE INDEX "digest_subscription_channel_id_idx" ON "digest_subscription"("channel_id");

-- CreateIndex
CREATE INDEX "digest_occurrence_subscription_id_due_at_idx" ON "digest_occurrence"("subscription_id", "due_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "digest_occurrence_subscription_id_period_key_key" ON "digest_occurrence"("subscription_id", "period_key");

-- AddForeignKey
ALTER TABLE "digest_occurrence" ADD CONSTRAINT "digest_occurrence_subscription_id_fkey" FOREIGN KEY ("subscription_id") REFERENCES "digest_subscription"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the schema language cannot say, added by hand.

-- A tick looks only at what is open, and there is little of that among years of what is settled.
CREATE INDEX "digest_occurrence_open" ON "digest_occurrence" ("not_before")
    WHERE "state" IN ('waiting', 'claimed', 'posting') OR "thread" = 'pending';
CREATE INDEX "digest_occurrence_untold" ON "digest_occurrence" ("tell_not_before") WHERE "untold" IS NOT NULL;
CREATE INDEX "digest_occurrence_late" ON "digest_occurrence" ("channel_id", "posted_at") WHERE "late";

-- What somebody has is theirs for a time, and what came to nothing says why.
ALTER TABLE "digest_occurrence" ADD CONSTRAINT "digest_occurrence_leased"
    CHECK ("state" NOT IN ('claimed', 'posting') OR "lease_until" IS NOT NULL);
ALTER TABLE "digest_occurrence" ADD CONSTRAINT "digest_occurrence_reasoned"
    CHECK ("state" NOT IN ('skipped', 'failed', 'unknown') OR "reason" IS NOT NULL);
ALTER TABLE "digest_subscription" ADD CONSTRAINT "digest_subscription_comes"
    CHECK (cardinality("weekdays") > 0 AND 1 <= ALL ("weekdays") AND 7 >= ALL ("weekdays") AND "weeks_ahead" > 0);
