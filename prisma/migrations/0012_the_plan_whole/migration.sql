-- AlterTable
ALTER TABLE "Goal" ADD COLUMN     "needId" TEXT,
ADD COLUMN     "own" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "rootId" TEXT,
ADD COLUMN     "term" TEXT;

-- AlterTable
ALTER TABLE "Measure" ADD COLUMN     "acceptedOn" DATE,
ADD COLUMN     "afterRootId" TEXT,
ADD COLUMN     "appointByOn" DATE,
ADD COLUMN     "oftenSealed" TEXT,
ADD COLUMN     "rootId" TEXT,
ADD COLUMN     "signSealed" TEXT,
ADD COLUMN     "startOn" DATE,
ALTER COLUMN "personId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "brokenOffAt" TIMESTAMPTZ(3),
ADD COLUMN     "pausedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "childTellByOn" DATE,
ADD COLUMN     "childTellerRole" TEXT,
ADD COLUMN     "crisisWhereSealed" TEXT,
ADD COLUMN     "ownWordsInPlan" TEXT,
ADD COLUMN     "ownerUnitId" TEXT,
ADD COLUMN     "questionSealed" TEXT,
ADD COLUMN     "responsibilityByOn" DATE,
ADD COLUMN     "worksNotSealed" TEXT,
ADD COLUMN     "worksSealed" TEXT;

-- CreateTable
CREATE TABLE "Attendee" (
    "id" TEXT NOT NULL,
    "meetingId" TEXT NOT NULL,
    "who" TEXT NOT NULL,
    "n" INTEGER NOT NULL DEFAULT 1,
    "attendance" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Attendee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Need" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "rootId" TEXT,
    "ordinal" INTEGER NOT NULL,
    "textSealed" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Need_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpenPoint" (
    "id" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "rootId" TEXT,
    "ordinal" INTEGER NOT NULL,
    "unitId" TEXT NOT NULL,
    "textSealed" TEXT NOT NULL,
    "decideByOn" DATE,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "OpenPoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureEvent" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "rootId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "byPersonId" TEXT,
    "kind" TEXT NOT NULL,
    "fromOn" DATE,
    "toOn" DATE,

    CONSTRAINT "MeasureEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Attendee_meetingId_who_n_key" ON "Attendee"("meetingId", "who", "n");

-- CreateIndex
CREATE INDEX "Need_planId_idx" ON "Need"("planId");

-- CreateIndex
CREATE INDEX "OpenPoint_planId_idx" ON "OpenPoint"("planId");

-- CreateIndex
CREATE INDEX "MeasureEvent_caseId_idx" ON "MeasureEvent"("caseId");

-- AddForeignKey
ALTER TABLE "Attendee" ADD CONSTRAINT "Attendee_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Need" ADD CONSTRAINT "Need_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpenPoint" ADD CONSTRAINT "OpenPoint_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureEvent" ADD CONSTRAINT "MeasureEvent_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Written by hand

-- A measure's root is the row that it goes back to, from version to version.
WITH RECURSIVE "from" AS (
  SELECT "id", "id" AS "root" FROM "Measure" WHERE "previousId" IS NULL
  UNION ALL
  SELECT m."id", f."root" FROM "Measure" m JOIN "from" f ON m."previousId" = f."id"
)
UPDATE "Measure" m SET "rootId" = f."root" FROM "from" f WHERE f."id" = m."id" AND f."root" <> m."id";

-- Whose plan it is was a person; it is that person's unit.
UPDATE "Plan" p SET "ownerUnitId" = o."unitId" FROM "Person" o WHERE o."id" = p."ownerPersonId";

CREATE TRIGGER "keepMeasureEvent" BEFORE UPDATE OR DELETE ON "MeasureEvent" FOR EACH ROW EXECUTE FUNCTION "refuseChange"();
CREATE TRIGGER "keepMeasureEventWhole" BEFORE TRUNCATE ON "MeasureEvent" FOR EACH STATEMENT EXECUTE FUNCTION "refuseChange"();
