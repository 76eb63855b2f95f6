import { expect } from "vitest";
import { type Caller, idOf, idsOf, type Teller } from "../teller.ts";

const ref = (path: string) => ({ "@odata.id": `https://graph.microsoft.com/v1.0${path}` });

/** A school, its classes, who is in them and what they have to do. */
export async function tellOfEducation({ step, refused }: Teller, all: Caller, me: Caller): Promise<void> {
  const school = await step(
    "education: a school is created",
    () =>
      all.post("/education/schools", {
        displayName: "Fabrikam High",
        schoolNumber: "10-3",
        lowestGrade: "6",
      }),
    (answer) => expect(answer).toMatchObject({ displayName: "Fabrikam High", schoolNumber: "10-3" }),
  );
  const lesson = await step(
    "education: a class is created",
    () =>
      all.post("/education/classes", {
        displayName: "World History",
        mailNickname: "history1",
        classCode: "301",
        externalId: "301",
        description: "World History <1>",
      }),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "World History", description: "World History <1>" }),
  );
  const path = `/education/classes/${idOf(lesson)}`;
  await step(
    "education: the class gets another name",
    () => all.patch(path, { displayName: "World History Level 1" }),
    (answer) => expect(answer.displayName).toBe("World History Level 1"),
  );
  await step(
    "education: its code is as before",
    () => all.get(path, { query: { select: "displayName,classCode" } }),
    (answer) => expect(answer).toMatchObject({ displayName: "World History Level 1", classCode: "301" }),
  );
  await step("education: the class comes into the school", () =>
    all.post(`/education/schools/${idOf(school)}/classes/$ref`, ref(path)),
  );
  await step(
    "education: the school's classes",
    () => all.get(`/education/schools/${idOf(school)}/classes`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(lesson)]),
  );
  await step(
    "education: the class's schools",
    () => all.get(`${path}/schools`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(school)]),
  );
  const student = await step(
    "education: a student is created",
    () =>
      all.post("/education/users", {
        primaryRole: "student",
        displayName: "Ora Klein",
        givenName: "Ora",
        surname: "Klein",
        accountEnabled: true,
        mailNickname: "orak",
        userPrincipalName: "orak@school.example",
        passwordProfile: { password: "xWwvJ]6NMw+bWH-d", forceChangePasswordNextSignIn: false },
        student: { grade: "9", studentNumber: "14" },
      }),
    (answer) => expect(answer).toMatchObject({ primaryRole: "student", givenName: "Ora" }),
  );
  const person = `/education/users/${idOf(student)}`;
  await step("education: the student comes into the class", () =>
    all.post(`${path}/members/$ref`, ref(person)),
  );
  await step(
    "education: the class's members",
    () => all.get(`${path}/members`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(student)]),
  );
  await step(
    "education: the student's classes",
    () => all.get(`${person}/classes`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(lesson)]),
  );
  await refused("education: nobody comes twice", 400, () => all.post(`${path}/members/$ref`, ref(person)));
  await step("education: the student leaves", () => all.delete(`${path}/members/${idOf(student)}/$ref`));
  await step(
    "education: then nobody is there",
    () => all.get(`${path}/members`),
    (answer) => expect(idsOf(answer)).toEqual([]),
  );
  const work = await step(
    "education: an assignment is created",
    () =>
      me.post(`${path}/assignments`, {
        displayName: "Midterm 1",
        dueDateTime: "2031-02-01T00:00:00Z",
        instructions: { contentType: "text", content: "Read chapters 1 through 3" },
        grading: { "@odata.type": "#microsoft.graph.educationAssignmentPointsGradeType", maxPoints: 100 },
        assignTo: { "@odata.type": "#microsoft.graph.educationAssignmentClassRecipient" },
        status: "draft",
        allowStudentsToAddResourcesToSubmission: true,
      }),
    (answer) =>
      expect(answer).toMatchObject({ displayName: "Midterm 1", instructions: { contentType: "text" } }),
  );
  await step(
    "education: its name is changed",
    () => me.patch(`${path}/assignments/${idOf(work)}`, { displayName: "Week 1" }),
    (answer) => expect(answer.displayName).toBe("Week 1"),
  );
  await step("education: it is published", () => me.post(`${path}/assignments/${idOf(work)}/publish`, {}));
  await step(
    "education: it is listed",
    () => me.get(`${path}/assignments`),
    (answer) => expect(idsOf(answer)).toEqual([idOf(work)]),
  );
  await step("education: it is deleted", () => me.delete(`${path}/assignments/${idOf(work)}`));
  await step("education: the class is deleted", () => all.delete(path));
  await refused("education: the class is gone", 404, () => all.get(path));
}
