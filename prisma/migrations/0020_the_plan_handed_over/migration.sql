-- DropIndex
DROP INDEX "Talk_caseId_with_key";

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "childPageSealed" TEXT,
ADD COLUMN     "childToldOn" DATE,
ADD COLUMN     "childToldRole" TEXT,
ADD COLUMN     "childUnderstood" TEXT,
ADD COLUMN     "followUpAt" TIMESTAMPTZ(3),
ADD COLUMN     "followUpEndAt" TIMESTAMPTZ(3),
ADD COLUMN     "followUpFamilyYes" BOOLEAN,
ADD COLUMN     "followUpPlaceId" TEXT;

-- AlterTable
ALTER TABLE "Talk" ADD COLUMN     "round" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "PlanRecipient" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "planId" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "unitId" TEXT,
    "personId" TEXT,
    "letInId" TEXT,
    "how" TEXT NOT NULL,
    "whole" BOOLEAN NOT NULL,
    "givenOn" DATE,
    "givenById" TEXT,
    "arrivedOn" DATE,
    "filedOn" DATE,
    "tellerRole" TEXT,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PlanRecipient_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlanRecipient_caseId_idx" ON "PlanRecipient"("caseId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanRecipient_planId_to_unitId_key" ON "PlanRecipient"("planId", "to", "unitId");

-- CreateIndex
CREATE UNIQUE INDEX "Talk_caseId_with_round_key" ON "Talk"("caseId", "with", "round");

-- AddForeignKey
ALTER TABLE "PlanRecipient" ADD CONSTRAINT "PlanRecipient_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanRecipient" ADD CONSTRAINT "PlanRecipient_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
