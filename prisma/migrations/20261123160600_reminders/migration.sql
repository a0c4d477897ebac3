-- AlterTable
ALTER TABLE "proposal" DROP COLUMN "reminded_at";

-- CreateTable
CREATE TABLE "digest_change" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "subscription_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "act" TEXT NOT NULL,
    "by_id" TEXT,
    "by_posts" TEXT[],
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "digest_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_day" (
    "day" DATE NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "reminder_day_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "reminder" (
    "id" UUID NOT NULL,
    "person_id" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "state" "digest_state" NOT NULL,
    "reason" TEXT,
    "not_before" TIMESTAMPTZ(3) NOT NULL,
    "lease_until" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "posted_at" TIMESTAMPTZ(3),
    "channel_id" TEXT,
    "message_ts" TEXT,

    CONSTRAINT "reminder_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reminder_thing" (
    "reminder_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,

    CONSTRAINT "reminder_thing_pkey" PRIMARY KEY ("reminder_id","position")
);

-- CreateTable
CREATE TABLE "reminder_wish" (
    "id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "request_key" TEXT NOT NULL,
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "until" DATE,
    "keys" TEXT[],

    CONSTRAINT "reminder_wish_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "digest_change_seq_key" ON "digest_change"("seq");

-- CreateIndex
CREATE INDEX "digest_change_subscription_id_seq_idx" ON "digest_change"("subscription_id", "seq" DESC);

-- CreateIndex
CREATE INDEX "reminder_state_not_before_idx" ON "reminder"("state", "not_before");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_person_id_day_key" ON "reminder"("person_id", "day");

-- CreateIndex
CREATE INDEX "reminder_thing_key_idx" ON "reminder_thing"("key");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_wish_seq_key" ON "reminder_wish"("seq");

-- CreateIndex
CREATE UNIQUE INDEX "reminder_wish_request_key_key" ON "reminder_wish"("request_key");

-- CreateIndex
CREATE INDEX "reminder_wish_person_id_seq_idx" ON "reminder_wish"("person_id", "seq" DESC);

-- AddForeignKey
ALTER TABLE "reminder_thing" ADD CONSTRAINT "reminder_thing_reminder_id_fkey" FOREIGN KEY ("reminder_id") REFERENCES "reminder"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What people did and said stays as it was.
CREATE TRIGGER "digest_change_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "digest_change"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_rewrite"();
CREATE TRIGGER "reminder_wish_only_grows" BEFORE UPDATE OR DELETE OR TRUNCATE ON "reminder_wish"
    FOR EACH STATEMENT EXECUTE FUNCTION "refuse_to_rewrite"();
