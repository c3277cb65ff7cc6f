-- AlterTable
ALTER TABLE "Measure" ADD COLUMN     "actor" TEXT,
ADD COLUMN     "previousId" TEXT,
ALTER COLUMN "dueOn" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "remindedOn" DATE;

-- AlterTable
ALTER TABLE "PrintLink" ADD COLUMN     "about" TEXT;

-- CreateTable
CREATE TABLE "Deviation" (
    "id" TEXT NOT NULL,
    "caseId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "happenedOn" DATE NOT NULL,
    "outcome" TEXT NOT NULL,
    "settledOn" DATE NOT NULL,

    CONSTRAINT "Deviation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Deviation_caseId_code_subjectId_happenedOn_key" ON "Deviation"("caseId", "code", "subjectId", "happenedOn");

-- AddForeignKey
ALTER TABLE "Deviation" ADD CONSTRAINT "Deviation_caseId_fkey" FOREIGN KEY ("caseId") REFERENCES "Case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
