-- CreateTable
CREATE TABLE "welcome" (
    "person_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "welcome_pkey" PRIMARY KEY ("person_id")
);
